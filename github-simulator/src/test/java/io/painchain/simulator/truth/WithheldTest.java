package io.painchain.simulator.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

class WithheldTest {

    private static final Set<String> PATTERNS = Set.of("/repos/*/*/pulls/*/files",
            "/repos/*/*/actions/runs/*/attempts/*/jobs", "/repos/*/*/compare/**");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(config -> config.limits(LimitSettings.none()));

    @Test
    void namesExactlyWhatFailsForGood() {
        SimulatedDay day = SimulatedDay.in(simulator.world(), DaySettings.of(3, 11));
        PATTERNS.forEach(pattern -> faults().forGood(pattern, Condition.ALWAYS.share(0.1, 3), Fault.status(502)));
        liveThrough(day);

        List<WithheldDetail> withheld = day.withheld(faults());

        Set<String> failing = Details.of(day.repositories().get(0), day.start()).stream()
                .map(detail -> "/repos/" + day.repositories().get(0).fullName() + detail.path())
                .filter(path -> simulator.get(path).status() == 502).collect(Collectors.toSet());
        assertThat(failing).isNotEmpty();
        assertThat(withheld).extracting(WithheldDetail::path)
                .filteredOn(path -> path.startsWith("/repos/" + day.repositories().get(0).fullName() + "/"))
                .containsExactlyInAnyOrderElementsOf(failing);
    }

    @Test
    void namesEventsOfTheTruth() {
        SimulatedDay day = SimulatedDay.in(simulator.world(), DaySettings.of(2, 12));
        PATTERNS.forEach(pattern -> faults().forGood(pattern, Fault.hang(0)));
        liveThrough(day);
        Set<String> events = day.truth().stream().map(event -> event.externalId().replaceFirst("[#~].*", ""))
                .collect(Collectors.toSet());

        List<WithheldDetail> withheld = day.withheld(faults());

        assertThat(withheld).isNotEmpty()
                .allSatisfy(detail -> assertThat(events).contains(detail.event().replaceFirst("#.*", "")));
    }

    @Test
    void staysTheSameWhenARepositoryIsRenamed() {
        for (int i = 1; i <= 60; i++) {
            simulator.repository().pulls().open(new NewPull("Change " + i, "change-" + i), By.user("alice"));
        }
        faults().forGood("/repos/*/*/pulls/*/files", Condition.ALWAYS.share(0.2, 1), Fault.status(500));
        List<String> before = events();

        simulator.world().move(simulator.repository(), "acme/renamed");

        assertThat(before).isNotEmpty().hasSizeLessThan(40);
        assertThat(events()).isEqualTo(before);
    }

    @Test
    void leavesOutWhatIsOnlyLateOrDependsOnTheRequest() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), By.user("alice"));
        faults().forGood("/repos/**", Fault.delay(Duration.ofMillis(1)));
        faults().forGood("/repos/**", Condition.ALWAYS.perPageAbove(30), Fault.status(502));
        faults().on("/repos/**", 3, Fault.status(502));

        assertThat(Withheld.of(simulator.world(), Instant.EPOCH, faults())).isEmpty();
    }

    @Test
    void keepsTheSameFromGraphQl() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), By.user("alice"));
        simulator.repository().pulls().open(new NewPull("Another", "another"), By.user("alice"));
        faults().forGood("/repos/acme/api/pulls/2/files", Fault.status(502));

        JsonNode answer = simulator.client().post("/graphql", """
                {"query": "{ repository(owner: \\"acme\\", name: \\"api\\") { a: pullRequest(number: 1) { ...d } \
                b: pullRequest(number: 2) { ...d } } } fragment d on PullRequest { title files(first: 5) { totalCount } }"}
                """).json();

        assertThat(answer.at("/data/repository/a/files/totalCount").asInt()).isEqualTo(1);
        assertThat(answer.at("/data/repository/b/title").asText()).isEqualTo("Another");
        assertThat(answer.at("/data/repository/b/files").isNull()).isTrue();
        assertThat(answer.at("/errors/0/type").asText()).isEqualTo("RESOURCE_LIMITS_EXCEEDED");
        assertThat(answer.at("/errors/0/path").toString()).isEqualTo("[\"repository\",\"b\",\"files\"]");
    }

    @Test
    void isListedOverHttp() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), By.user("alice"));
        simulator.client().post("/_sim/faults", """
                {"path": "/repos/*/*/pulls/*/files", "kind": "not_available", "status": 422, "text": "PullRequest",
                 "when": {"share": 1.0, "seed": 3}}
                """);

        assertThat(simulator.get("/repos/acme/api/pulls/1/files").status()).isEqualTo(422);
        assertThat(simulator.get("/_sim/truth").json().at("/withheld/0/path").asText())
                .isEqualTo("/repos/acme/api/pulls/1/files");
        assertThat(simulator.get("/_sim/truth").json().at("/withheld/0/event").asText()).isEqualTo("pr-acme/api-1");
        assertThat(simulator.get("/_sim/faults").json().at("/faults/0/when/seed").asInt()).isEqualTo(3);
    }

    private List<String> events() {
        return Withheld.of(simulator.world(), Instant.EPOCH, faults()).stream().map(WithheldDetail::event).toList();
    }

    private void liveThrough(SimulatedDay day) {
        for (Instant now = day.start(); now.isBefore(day.end()); now = now.plus(Duration.ofMinutes(30))) {
            simulator.clock().set(now);
            day.advanceTo(now);
        }
    }

    private Faults faults() {
        return simulator.simulator().faults();
    }
}
