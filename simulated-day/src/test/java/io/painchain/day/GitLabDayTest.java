package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.day.DaySettings;
import io.painchain.simulator.gitlab.day.SimulatedDay;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.time.SettableClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Hours of a hundred projects at GitLab: a late feed, pushes of many refs, retries, renames, an outage of GitLab and one of the
 * backend, limits, broken and lost answers, and two kills. In the end the timeline holds what happened: nothing is lost,
 * doubled or wrong, and at no time did the ledger claim more. With {@code -Dgitlab.hours=24} it is a whole day.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class GitLabDayTest {

    private static final Logger LOG = Logger.getLogger(GitLabDayTest.class);
    private static final String KEY = "test-connector-key";
    private static final Duration STEP = Duration.ofSeconds(60);
    private static final Duration SWEEP = Duration.ofHours(3);
    /** Nothing tells of a flag, so its list is read every six hours. */
    private static final Duration FLAGS = Duration.ofHours(6);
    private static final Duration OUTAGE = Duration.ofMinutes(40);
    private static final int STEPS_TO_SETTLE = 30;
    private static final int PROJECTS = Integer.getInteger("day.repositories", 100);
    private static final Duration LENGTH = Duration.ofHours(Integer.getInteger("gitlab.hours", 4));
    private static final String PROJECT = "/**projects/**";

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;
    private GitLabSimulator gitLab;
    private GitLabConnector connector;
    private Backend backend;
    private SimulatedDay day;

    @Test
    void keepsAllThatHappenedAndClaimsNoMore() throws Exception {
        GitLabConfig config = GitLabConfig.of(clock).prefix("/gitlab").limits(LimitSettings.likeGitLabCom());
        try (GitLabSimulator simulator = GitLabSimulator.start(config)) {
            gitLab = simulator;
            connector = new GitLabConnector(api, KEY, clock, SWEEP);
            backend = new Backend(api, json);
            begin();
            Duration part = LENGTH.dividedBy(8);

            liveUntil(day.start().plus(part));
            gitLab.faults().on("/**", Faults.UNTIL_CLEARED, Fault.status(503));
            liveUntil(clock.instant().plus(OUTAGE));
            gitLab.faults().clear();
            liveUntil(day.start().plus(part.multipliedBy(4)));
            restart();
            BackendLine.down(true);
            liveUntil(clock.instant().plus(OUTAGE));
            restart();
            BackendLine.down(false);
            liveUntil(day.start().plus(part.multipliedBy(7)));
            gitLab.limits().settings(LimitSettings.likeGitLabCom().most(20, Duration.ofMinutes(10)));
            liveUntil(day.end());
            gitLab.limits().settings(LimitSettings.likeGitLabCom());
            settle();

            log();
            List<String> differences = GitLabDifferences.between(day, eventsOfTheDay());
            assertThat(differences.stream().limit(20)).as("%d differences", differences.size()).isEmpty();
        } finally {
            BackendLine.down(false);
            connector.close();
        }
    }

    private void begin() throws Exception {
        backend.clear();
        connector.cycle();
        clock.tick(STEP);
        day = SimulatedDay.in(gitLab.world(), DaySettings.of(PROJECTS, Long.getLong("day.seed", 7)).length(LENGTH));
        backend.integrate("gitlab", Map.of("token", GitLabConfig.TOKEN, "url", gitLab.uri().toString(), "projects",
                day.projects().stream().map(Project::path).toList(), "branches", List.of("main")));
        connector.cycle();
    }

    /** What the connector knew is gone, but for its checkpoints. */
    private void restart() throws Exception {
        assertClaimsHold();
        connector.close();
        connector = new GitLabConnector(api, KEY, clock, SWEEP);
    }

    private void liveUntil(Instant moment) throws InterruptedException {
        while (clock.instant().plus(STEP).isBefore(moment)) {
            clock.tick(STEP);
            day.advanceTo(clock.instant());
            brokenAnswers();
            connector.cycle();
        }
        log();
    }

    private void brokenAnswers() {
        if (Duration.between(day.start(), clock.instant()).toMinutes() % 30 != 0 || !gitLab.faults().waiting().isEmpty()) {
            return;
        }
        gitLab.faults().on("/**graphql", 3, 1, Fault.partial(1));
        gitLab.faults().on(PROJECT, 10, 2, Fault.status(502));
        gitLab.faults().on(PROJECT, 30, 2, Fault.cut(60));
        gitLab.faults().on(PROJECT, 50, 2, Fault.malformed());
        gitLab.faults().on(PROJECT, 70, 1, Fault.reset(0));
    }

    private void settle() throws Exception {
        for (int i = 0; i < STEPS_TO_SETTLE; i++) {
            clock.tick(STEP);
            connector.cycle();
        }
        assertClaimsHold();
        clock.tick(FLAGS);
        for (int i = 0; i < STEPS_TO_SETTLE; i++) {
            clock.tick(STEP);
            connector.cycle();
        }
        assertClaimsHold();
    }

    private void assertClaimsHold() throws Exception {
        List<String> broken = GitLabDifferences.brokenClaims(backend.coverage(day.start(), clock.instant()), day,
                backend.events());
        assertThat(broken.stream().limit(20)).as("%d claims are broken at %s", broken.size(), clock.instant()).isEmpty();
    }

    /** A first read takes also what is older: each project's first commit. */
    private List<Stored> eventsOfTheDay() throws Exception {
        return backend.events().stream().filter(event -> !event.timestamp().isBefore(day.start())).toList();
    }

    private void log() {
        LOG.infof("%s: %d events happened, %d requests to GitLab, %d batches, %d s of the processor", clock.instant(),
                day.truth().size(), gitLab.requests().total(), BackendLine.batches(),
                ProcessHandle.current().info().totalCpuDuration().map(Duration::toSeconds).orElse(0L));
    }
}
