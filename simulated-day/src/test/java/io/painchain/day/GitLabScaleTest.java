package io.painchain.day;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.day.Backend.Stored;
import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Many GitLab projects in which nothing happens: what an hour of them costs at the real pace, and how soon a merge request is
 * in the timeline that one of them gets all the same. Runs where {@code gitlab.idle} says how many.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
@EnabledIfSystemProperty(named = "gitlab.idle", matches = "\\d+")
class GitLabScaleTest {

    private static final Logger LOG = Logger.getLogger(GitLabScaleTest.class);
    private static final String KEY = "test-connector-key";
    private static final int PROJECTS = Integer.getInteger("gitlab.idle", 0);
    private static final int MERGE_REQUESTS = Integer.getInteger("gitlab.opened", 120);
    private static final int REQUESTS_A_PROJECT = 3;
    private static final Duration GOAL = Duration.ofSeconds(75);
    /** First reads, and the hour for which a project's last activity may be late. */
    private static final Duration SETTLING = Duration.ofMinutes(150);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration REST_LATENCY = Duration.ofMillis(200);
    private static final Duration GRAPHQL_LATENCY = Duration.ofSeconds(2);

    @TestHTTPResource("/api")
    URI api;

    @Inject
    ObjectMapper json;

    private final SettableClock clock = OneClock.CLOCK;
    private final SimulatedTime time = new SimulatedTime(clock);
    private final Random random = new Random(7);
    private GitLabSimulator gitLab;
    private GitLabConnector connector;

    @Test
    void costsLittleAndStaysUpToDate() throws Exception {
        GitLabConfig config = GitLabConfig.of(clock).limits(LimitSettings.likeGitLabCom());
        try (time;
                GitLabSimulator simulator = GitLabSimulator.start(config);
                GitLabConnector gitLabs = GitLabConnector.waiting(api, KEY, clock, time)) {
            gitLab = simulator;
            connector = gitLabs;
            Backend backend = new Backend(api, json);
            List<Project> projects = IntStream.range(0, PROJECTS)
                    .mapToObj(i -> simulator.world().createProject("acme/idle/project-" + i)).toList();
            simulator.api().latency(this::answerLater);
            connector.tick();
            backend.integrate("gitlab", Map.of("token", GitLabConfig.TOKEN, "url", simulator.uri().toString(), "projects",
                    projects.stream().map(Project::path).toList()));
            live(SETTLING);
            log("first reads");

            live(HOUR);
            int idle = log("an idle hour");
            Map<String, Instant> opened = openOneByOne(projects);
            log("an hour with merge requests");

            List<Long> seconds = delays(opened, backend.events());
            LOG.infof("Merge requests, seconds until they are in the timeline: %d, p50 %d, p95 %d, longest %d",
                    seconds.size(), share(seconds, 50), share(seconds, 95), share(seconds, 100));
            assertThat(idle).isLessThanOrEqualTo(REQUESTS_A_PROJECT * PROJECTS);
            assertThat(seconds).hasSize(MERGE_REQUESTS);
            assertThat(share(seconds, 95)).isLessThanOrEqualTo(GOAL.toSeconds());
        }
    }

    /** Within an hour, each in another project; a few minutes more for the last. */
    private Map<String, Instant> openOneByOne(List<Project> projects) throws InterruptedException {
        Map<String, Instant> opened = new HashMap<>();
        for (int i = 0; i < MERGE_REQUESTS; i++) {
            live(HOUR.dividedBy(MERGE_REQUESTS).plusSeconds(random.nextInt(11) - 5L));
            Project project = projects.get((int) ((i + 0.5) * projects.size() / MERGE_REQUESTS));
            MergeRequest request = project.mergeRequests().open(NewMergeRequest.of("A change", "change"), By.user("alice"));
            opened.put("mr-" + project.path() + "-" + request.iid() + "#opened", request.createdAt());
        }
        live(Duration.ofMinutes(10));
        return opened;
    }

    private static List<Long> delays(Map<String, Instant> opened, List<Stored> timeline) {
        return timeline.stream().filter(event -> opened.containsKey(event.externalId()))
                .map(event -> Duration.between(opened.get(event.externalId()), event.receivedAt()).toSeconds()).sorted()
                .toList();
    }

    private static long share(List<Long> sorted, int percent) {
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
    }

    private void answerLater(String route) {
        try {
            time.sleep((route.endsWith("graphql") ? GRAPHQL_LATENCY : REST_LATENCY).toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Second by second, as the connector is ticked. */
    private void live(Duration length) throws InterruptedException {
        Instant end = clock.instant().plus(length);
        while (clock.instant().isBefore(end)) {
            time.advanceTo(clock.instant().plusSeconds(1));
            connector.tick();
        }
    }

    private int log(String phase) {
        int total = gitLab.requests().total();
        LOG.infof("%s: %d requests, %d s of the processor\n  %s", phase, total,
                ProcessHandle.current().info().totalCpuDuration().map(Duration::toSeconds).orElse(0L),
                gitLab.requests().counts().stream().sorted((one, other) -> other.count() - one.count()).limit(12)
                        .map(count -> count.count() + " " + count.route() + " " + count.status())
                        .collect(Collectors.joining("\n  ")));
        gitLab.requests().reset();
        return total;
    }
}
