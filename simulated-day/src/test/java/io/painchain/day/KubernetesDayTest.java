package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.day.ClusterDay;
import io.painchain.simulator.kubernetes.day.DaySettings;
import io.painchain.simulator.kubernetes.day.TrueEvent;
import io.painchain.simulator.time.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Hours of a cluster with all that happens in one, while watches are cut, expire and fall silent, the cluster and the
 * backend are away, answers of the backend are lost, and the connector is killed, once until all that it knew has expired.
 * In the end the timeline holds what happened: nothing lost but where the ledger names a gap that no history fills, nothing
 * doubled, nothing in a wrong state.
 * <p>
 * {@code -Dcluster.workloads=500 -Dcluster.hours=24 -Dtest.method.longest=60m} makes it a whole day,
 * {@code cluster.seed} another one.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class KubernetesDayTest {

    private static final Logger LOG = Logger.getLogger(KubernetesDayTest.class);
    private static final String KEY = "test-connector-key";
    private static final String CLUSTER = "prod";
    private static final Duration STEP = Duration.ofSeconds(20);
    /** Of a watch that is not there for a while. */
    private static final long SHORTEST_CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long DISTURBED_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    private static final long FIRST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
    private static final int SETTLED = 20;
    private static final long MOMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private static final int WORKLOADS = Integer.getInteger("cluster.workloads", 80);
    /** The lists of a larger cluster take longer. */
    private static final long LONGEST_CALM_NANOS = TimeUnit.MILLISECONDS.toNanos(Math.max(300, 4L * WORKLOADS));
    private static final long SEED = Long.getLong("cluster.seed", 7);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("cluster.hours", 6));

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;
    private final long began = System.nanoTime();
    private KubernetesSimulator cluster;
    private ClusterConnector connector;
    private Backend backend;
    private ClusterDay day;
    private long patience = LONGEST_CALM_NANOS;
    private int watched;

    @Test
    void keepsAllThatHappenedOrNamesTheGap() throws Exception {
        try (KubernetesSimulator simulator = KubernetesSimulator.start(KubernetesConfig.of(clock))) {
            cluster = simulator;
            backend = new Backend(api, json);
            begin();
            ClusterTroubles troubles = new ClusterTroubles(simulator, new Killing(), day.start(), LENGTH);

            liveUntil(day.end(), troubles);
            liveUntil(day.end().plus(Duration.ofMinutes(30)), troubles);

            ClusterDifferences differences = ClusterDifferences.between(
                    day.truth(), backend.events().stream().filter(event -> !event.timestamp().isBefore(day.start())).toList(),
                    backend.coverage(day.start(), day.end()));
            log(differences);
            assertThat(differences.none()).as("%s", differences).isTrue();
            assertThat(differences.inGaps()).isLessThan(day.truth().size() / 20);
        } finally {
            BackendLine.down(false);
            connector.close();
        }
    }

    private void begin() throws Exception {
        backend.clear();
        connector = new ClusterConnector(api, KEY, clock);
        connector.tick();
        day = ClusterDay.in(cluster.stories(), DaySettings.of(CLUSTER, WORKLOADS, SEED).length(LENGTH),
                clock.instant().plus(Duration.ofMinutes(10)));
        clock.tick(Duration.ofMinutes(5));
        backend.integrate("kubernetes", Map.of("clusterName", CLUSTER, "apiUrl", cluster.origin().toString(), "token",
                KubernetesConfig.TOKEN, "pollInterval", 300));
        awaitWatches();
        liveUntil(day.start(), null);
    }

    /** The first lists of a large cluster take longer than simulated time leaves them. */
    private void awaitWatches() {
        int open = 0;
        for (int unchanged = 0; unchanged < SETTLED && clock.instant().isBefore(day.start());) {
            clock.tick(Duration.ofSeconds(1));
            cluster.store().wake();
            connector.tick();
            LockSupport.parkNanos(FIRST_NANOS);
            int now = cluster.api().watches().open("*");
            unchanged = now == open && now > 0 ? unchanged + 1 : 0;
            open = now;
        }
        // Later a watch that is replaced may be counted twice.
        watched = open;
    }

    private void liveUntil(Instant moment, ClusterTroubles troubles) {
        while (clock.instant().isBefore(moment)) {
            clock.tick(STEP);
            if (troubles != null) {
                troubles.advanceTo(clock.instant());
            }
            cluster.timeline().play();
            cluster.store().wake();
            if (connector != null) {
                connector.tick();
            }
            calm();
        }
    }

    /** Waits until all that is watched is watched again and was told, which lists may take longer for than simulated time. */
    private void calm() {
        boolean disturbed = connector == null || !cluster.faults().waiting().isEmpty();
        long end = System.nanoTime() + (disturbed ? DISTURBED_NANOS : patience);
        do {
            LockSupport.parkNanos(MOMENT_NANOS);
            if (connector != null) {
                connector.look();
            }
        } while (!isCalm() && System.nanoTime() < end);
        patience = isCalm() ? LONGEST_CALM_NANOS : Math.max(SHORTEST_CALM_NANOS, patience / 2);
        LockSupport.parkNanos(MOMENT_NANOS);
    }

    private boolean isCalm() {
        return cluster.api().watches().open("*") >= watched && cluster.api().watches().caughtUp();
    }

    private void log(ClusterDifferences differences) {
        List<TrueEvent> truth = day.truth();
        ProcessHandle.Info process = ProcessHandle.current().info();
        LOG.infof("%d things happened, %s; %d lost in gaps, %d requests; %d s, of the processor %d s", truth.size(),
                truth.stream().collect(Collectors.groupingBy(TrueEvent::type, TreeMap::new, Collectors.counting())),
                differences.inGaps(),
                cluster.requests().total(), Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                process.totalCpuDuration().map(Duration::toSeconds).orElse(0L));
    }

    /** What the connector knew is gone, but for its checkpoints. */
    private final class Killing implements ClusterTroubles.Killing {

        @Override
        public void kill() {
            connector.close();
            connector = null;
        }

        @Override
        public void start() {
            connector = new ClusterConnector(api, KEY, clock);
        }
    }
}
