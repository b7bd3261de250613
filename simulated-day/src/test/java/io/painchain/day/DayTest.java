package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.coverage.CoverageView;
import io.painchain.backend.coverage.CoverageView.Verdict;
import io.painchain.day.Backend.Stored;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.day.DaySettings;
import io.painchain.simulator.day.SimulatedDay;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * A day of many repositories, minute by minute: a feed that is late, drops and doubles, re-runs, force pushes, renames, limits
 * of both kinds, answers that break, answers that are lost, a share of details that fails for good, two hours each without
 * GitHub and without the backend, and a connector that is started anew at noon. In the
 * end the timeline holds what happened: nothing lost, nothing doubled, nothing in a wrong state; events lack just what was
 * withheld; and at no time did the ledger claim more.
 * <p>
 * {@code -Dday.hours=12} makes it half a one, {@code day.seed} another one.
 * The connector works with several threads, so which request meets a limit or a fault differs; what is stored in the end must
 * not.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class DayTest {

    private static final Logger LOG = Logger.getLogger(DayTest.class);
    private static final String KEY = "test-connector-key";
    private static final Duration STEP = Duration.ofSeconds(60);
    /** A sweep comes every hour; the feed is up to ten minutes late. */
    private static final int STEPS_TO_SETTLE = 75;

    private static final int REPOSITORIES = Integer.getInteger("day.repositories", 100);
    private static final long SEED = Long.getLong("day.seed", 7);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("day.hours", 24));

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;
    private final long began = System.nanoTime();
    private GitHubSimulator gitHub;
    private Connector connector;
    private Backend backend;
    private SimulatedDay day;
    private WithheldDetails withheld;
    private Troubles troubles;

    @Test
    void keepsAllThatHappenedAndClaimsNoMore() throws Exception {
        try (GitHubSimulator simulator = GitHubSimulator.start(SimulatorConfig.of(clock))) {
            gitHub = simulator;
            connector = new Connector(api, KEY, clock);
            backend = new Backend(api, json);
            begin();

            liveUntil(troubles.gitHubBack());
            vouchesForNothingAfter(troubles.gitHubGone());
            liveUntil(troubles.noon());
            restart();
            liveUntil(troubles.backendBack());
            vouchesForNothingAfter(troubles.backendGone());
            liveUntil(day.end());
            assertClaimsHold();
            settle();

            assertClaimsHold();
            Differences differences = Differences.between(day.truth(), eventsOfTheDay());
            log();
            LOG.infof("Exact: %s", differences.exactness());
            assertThat(differences.none()).as("%s", differences).isTrue();
            Set<String> lacking = WithheldDetails.lacking(eventsOfTheDay());
            assertThat(lacking).isNotEmpty().isSubsetOf(withheld.all(day)).containsAll(withheld.comparisons(day));
            assertThat(backend.coverage(readWhole(), day.end())).extracting(CoverageView::verdict, CoverageView::sentence)
                    .containsExactly(Verdict.complete, "complete");
            assertThat(gitHub.limits().usage().secondaryViolations()).isPositive();
        } finally {
            connector.close();
        }
    }

    /** What the connector knew is gone, but for its checkpoints. */
    private void restart() throws Exception {
        assertClaimsHold();
        connector.close();
        connector = new Connector(api, KEY, clock);
        LOG.infof("%s: the connector is started anew", clock.instant());
    }

    private void begin() throws Exception {
        backend.clear();
        connector.cycle();
        clock.tick(STEP);
        day = SimulatedDay.in(gitHub.world(), DaySettings.of(REPOSITORIES, SEED).length(LENGTH)).withPoorFeed();
        withheld = new WithheldDetails(gitHub, SEED);
        withheld.begin();
        troubles = new Troubles(gitHub, withheld, day.start(), LENGTH);
        backend.integrate(Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString(),
                "repositories", day.repositories().stream().map(Repository::fullName).toList(), "branches", List.of("main"),
                "pollInterval", 300));
        connector.cycle();
    }

    /** Ends just before what comes about at that moment. */
    private void liveUntil(Instant moment) throws InterruptedException {
        for (Instant next = clock.instant().plus(STEP); next.isBefore(moment); next = next.plus(STEP)) {
            clock.set(next);
            day.advanceTo(next);
            troubles.advanceTo(next);
            connector.cycle();
            if (Duration.between(day.start(), next).toMinutes() % 60 == 0) {
                log();
            }
        }
    }

    private void settle() throws InterruptedException {
        for (int i = 0; i < STEPS_TO_SETTLE; i++) {
            clock.tick(STEP);
            connector.cycle();
        }
    }

    /** By then everything was read once, though the first minutes ask for more than the limits allow. */
    private Instant readWhole() {
        return day.start().plus(Duration.ofMinutes(30));
    }

    private void vouchesForNothingAfter(Instant gone) throws Exception {
        CoverageView ledger = backend.coverage(readWhole(), clock.instant());
        assertThat(ledger.verdict()).as(ledger.sentence()).isEqualTo(Verdict.late);
        // What was under way then may be answered a step later.
        assertThat(Claims.latest(ledger)).isBeforeOrEqualTo(gone.plus(STEP));
        assertClaimsHold();
    }

    private void assertClaimsHold() throws Exception {
        CoverageView ledger = backend.coverage(day.start(), clock.instant());
        List<String> broken = Claims.broken(ledger, day, backend.events());
        assertThat(broken.stream().limit(20)).as("%d claims are broken at %s", broken.size(), clock.instant()).isEmpty();
    }

    /** A first read takes also what is older: each repository's first commit. */
    private List<Stored> eventsOfTheDay() throws Exception {
        return backend.events().stream().filter(event -> !event.timestamp().isBefore(day.start())).toList();
    }

    private void log() {
        ProcessHandle.Info process = ProcessHandle.current().info();
        LOG.infof("%s: %d events happened, %d requests to GitHub, %d batches, %s; %d s, of the processor %d s", clock.instant(),
                day.truth().size(), gitHub.requests().total(), BackendLine.batches(), gitHub.limits().usage(),
                Duration.ofNanos(System.nanoTime() - began).toSeconds(),
                process.totalCpuDuration().map(Duration::toSeconds).orElse(0L));
    }
}
