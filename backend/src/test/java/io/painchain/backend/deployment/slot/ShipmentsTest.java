package io.painchain.backend.deployment.slot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import io.painchain.backend.deployment.fact.Commit;
import io.painchain.backend.deployment.fact.Work;

class ShipmentsTest {

    private static final Instant DONE = Instant.parse("2026-03-02T12:00:00Z");

    private final Map<String, Commit> known = new TreeMap<>();

    @Test
    void countsASquashedWorkAsTheCommitsThatItWas() {
        given("a", 100, false);
        given("b", 50, false);
        given("squash", 10, false);

        assertThat(leads(Set.of("squash"), work("squash", "a", "b"))).containsExactly(50L, 100L);
    }

    @Test
    void countsARebasedWorkOnce() {
        given("a", 100, false);
        given("b", 50, false);
        given("a2", 100, false);
        given("b2", 50, false);

        assertThat(leads(Set.of("a2", "b2"), work("b2", "a", "b"))).containsExactly(50L, 100L);
    }

    @Test
    void leavesOutTheCommitThatOnlyJoins() {
        given("a", 100, false);
        given("join", 10, true);

        assertThat(leads(Set.of("a", "join"), work("join", "a"))).containsExactly(100L);
    }

    @Test
    void countsNothingAgainThatWasThereBefore() {
        given("a", 100, false);
        given("b", 50, false);
        given("squash", 10, false);

        var shipment = Shipments.of(DONE,
                new Shipments.Contents(Set.of("squash"), Set.of("a"), known, List.of(work("squash", "a", "b"))));

        assertThat(shipment.leads()).containsExactly(50L);
    }

    @Test
    void namesWhatItCannotMeasure() {
        known.put("undated", new Commit("undated", null, false, List.of()));
        given("later", -5, false);

        var shipment = Shipments.of(DONE, new Shipments.Contents(Set.of("undated", "later", "unheard-of"), Set.of(), known,
                List.of()));

        assertThat(shipment.leads()).isEmpty();
        assertThat(shipment.excluded()).isEqualTo(Map.of(Exclusion.noAuthorDate, 2, Exclusion.oddTime, 1));
    }

    private void given(String sha, long secondsBefore, boolean merge) {
        known.put(sha, new Commit(sha, DONE.minusSeconds(secondsBefore), merge, List.of()));
    }

    private List<Long> leads(Set<String> fresh, Work work) {
        return Shipments.of(DONE, new Shipments.Contents(fresh, Set.of(), known, List.of(work))).leads();
    }

    private static Work work(String version, String... own) {
        return new Work("w", version, DONE.minusSeconds(10), null, null, null, false, List.of(), Arrays.asList(own),
                own.length);
    }
}
