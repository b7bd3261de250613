package io.painchain.simulator.kubernetes.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.object.Cluster;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Store;
import io.painchain.simulator.kubernetes.story.Stories;
import io.painchain.simulator.time.SettableClock;

class ClusterDayTest {

    private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
    private static final Lived LIVED = new Lived(100, 7);

    @Test
    void theSameSeedGivesTheSameDay() {
        assertThat(new Lived(20, 5).day.truth()).isEqualTo(new Lived(20, 5).day.truth())
                .isNotEqualTo(new Lived(20, 6).day.truth());
    }

    @Test
    void eachTrueRolloutIsARevisionOfItsWorkloadThatEndedSo() {
        // When
        Set<String> told = LIVED.day.truth().stream().filter(event -> event.type().equals("rollout"))
                .map(TrueEvent::externalId).collect(Collectors.toCollection(HashSet::new));
        // Then
        List<ObjectNode> sets = LIVED.cluster.list("ReplicaSet", "", set -> true);
        assertThat(sets).hasSizeGreaterThan(100);
        for (ObjectNode set : sets) {
            long revision = set.path("metadata").path("annotations").path("deployment.kubernetes.io/revision").asLong();
            String owner = set.at("/metadata/ownerReferences/0/name").asText();
            if (revision > 1) {
                assertThat(told).contains("rollout-c/" + Cluster.namespace(set) + "/deployment/" + owner + "@"
                        + set.at("/metadata/ownerReferences/0/uid").asText().substring(0, 8) + "." + revision);
            }
        }
        for (ObjectNode deployment : LIVED.cluster.list("Deployment", "", each -> true)) {
            assertThat(deployment.at("/status/conditions/1/reason").asText()).isEqualTo("NewReplicaSetAvailable");
        }
    }

    @Test
    void allSortsOfThingsHappen() {
        Set<String> types = LIVED.day.truth().stream().map(TrueEvent::type).collect(Collectors.toSet());
        assertThat(types).containsExactlyInAnyOrder("rollout", "scale", "workload_problem", "config", "network", "helm_release",
                "gitops_sync", "job_run", "node");
    }

    @Test
    void noIdIsTrueTwice() {
        assertThat(LIVED.day.truth().stream().collect(Collectors.groupingBy(TrueEvent::externalId,
                Collectors.mapping(Function.identity(), Collectors.counting())))).allSatisfy(
                        (id, times) -> assertThat(times).as(id).isEqualTo(id.contains("#cordon") ? times : 1));
    }

    /** A day that is over. */
    private static final class Lived {

        private final Cluster cluster;
        private final ClusterDay day;

        Lived(int workloads, long seed) {
            SettableClock clock = new SettableClock(BEGIN);
            Timeline timeline = new Timeline(clock);
            cluster = new Cluster(new Store(timeline::now, 1), timeline);
            day = ClusterDay.in(new Stories(cluster), DaySettings.of("c", workloads, seed), BEGIN.plus(Duration.ofMinutes(2)));
            clock.set(day.end());
            timeline.play();
        }
    }
}
