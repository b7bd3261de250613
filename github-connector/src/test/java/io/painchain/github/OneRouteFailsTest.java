package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/**
 * Each route that the connector asks fails for good, in each way, while all else is well: everything that other routes tell
 * arrives, the number of requests stays bounded, and nothing hangs.
 */
@QuarkusTest
class OneRouteFailsTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");
    private static final String REPOSITORY = "/repos/{owner}/{repo}";

    /** By route, the events that nothing else tells of; of all other routes none. */
    private static final Map<String, Predicate<String>> ONLY_REPORTED_BY = Map.ofEntries(
            Map.entry("/pulls", id -> id.startsWith("pr-")),
            Map.entry("/issues", id -> id.startsWith("issue-") && !id.contains("#labeled-")),
            Map.entry("/issues/events", id -> id.contains("#labeled-") || id.contains("#closed") || id.contains("#reopened-")),
            Map.entry("/pulls/{}/reviews", id -> id.contains("#review-")),
            Map.entry("/actions/runs", id -> id.startsWith("workflow-")),
            Map.entry("/actions/runs/{}/attempts/{}", id -> id.startsWith("workflow-") && !id.contains("#attempt-")),
            Map.entry("/events", id -> id.startsWith("tag-")),
            Map.entry("/activity", id -> id.startsWith("push-") || id.startsWith("branch-")),
            Map.entry("/branches", id -> id.startsWith("commit-")),
            Map.entry("/releases", id -> id.startsWith("release-")),
            Map.entry("/deployments", id -> id.startsWith("deployment-")),
            Map.entry("/deployments/{}/statuses", id -> id.contains("#status-")));

    /** What a draft names as missing where it could not be read. */
    private static final Set<String> FACTS = Set.of("failed_jobs", "failed_jobs_count", "files", "commits", "approved_count",
            "cycle_time_seconds", "total_changes");
    /** After these it is taken for withheld, not for ill, and not asked for again. */
    private static final Set<String> WITHHELD = Set.of("403", "404");
    private static final String NEVER_MIND = "422";

    private static final int LIMIT = 1024 * 1024;
    /** {@code -Dfaults.ways=all} tries all, which takes ten times as long; or say which, with commas between. */
    private static final String ASKED_FOR = System.getProperty("faults.ways", "502");
    private static final Map<String, Fault> WAYS = ways();
    private static Map<String, EventDraft> undisturbed;
    private static int undisturbedRequests;
    private static List<String> routes;

    private Rig rig;
    private Runnable failing = () -> {
    };

    private static Map<String, Fault> ways() {
        Map<String, Fault> ways = new LinkedHashMap<>();
        ways.put("403", Fault.status(403));
        ways.put("404", Fault.status(404));
        ways.put("422", Fault.status(422));
        ways.put("500", Fault.status(500));
        ways.put("502", Fault.status(502));
        ways.put("502 html", Fault.page(502, "<html><body>Bad Gateway</body></html>"));
        ways.put("html", Fault.html());
        ways.put("malformed", Fault.malformed());
        ways.put("cut", Fault.cut(20));
        ways.put("large", Fault.large(2 * LIMIT));
        ways.put("late", Fault.delay(Duration.ofSeconds(4)));
        return ways;
    }

    static Stream<Arguments> everyRouteInEveryWay() {
        if (routes == null) {
            OneRouteFailsTest usual = new OneRouteFailsTest();
            usual.start(false);
            usual.live();
            usual.heal();
            undisturbed = byId(usual.rig);
            undisturbedRequests = usual.rig.gitHub.requests().total();
            routes = usual.rig.gitHub.requests().counts().stream().map(RequestCount::route)
                    .filter(route -> route.startsWith(REPOSITORY)).distinct().sorted().toList();
            usual.rig.close();
        }
        return routes.stream().flatMap(route -> waysOf().map(way -> Arguments.of(route, way)));
    }

    private static Stream<String> waysOf() {
        return WAYS.keySet().stream().filter(way -> ASKED_FOR.equals("all") || List.of(ASKED_FOR.split(",")).contains(way));
    }

    static Stream<String> everyWay() {
        return Stream.of("404", "502", "html", "cut");
    }

    private void start(boolean graphQl) {
        rig = new Rig();
        rig.requestTimeout = Duration.ofMillis(1_500);
        rig.answerLimit = LIMIT;
        if (!graphQl) {
            rig.withoutGraphQl();
        }
        rig.restart();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyRouteInEveryWay")
    void holdsBackOnlyWhatThatRouteTells(String route, String way) {
        // Given
        start(false);
        int[] fault = new int[1];
        failing = () -> fault[0] = rig.gitHub.faults().forGood(route.replaceAll("\\{[^}]*}", "*"), WAYS.get(way));

        // When
        live();

        // Then
        Predicate<String> onlyReported = ONLY_REPORTED_BY.getOrDefault(
                route.replace(REPOSITORY, "").replaceAll("\\{[^}]*}", "{}"), id -> false);
        Set<String> lost = stems(undisturbed.keySet());
        lost.removeAll(stems(rig.ids()));
        lost.removeIf(onlyReported);
        assertThat(lost).isEmpty();
        assertThat(rig.backend.rejected(INTEGRATION)).isEmpty();
        byId(rig).forEach(OneRouteFailsTest::assertNamesWhatItLacks);

        // When
        rig.gitHub.faults().clear(fault[0]);
        heal();

        // Then
        assertThat(rig.gitHub.requests().total()).isLessThan(3 * undisturbedRequests);
        assertThat(rig.ids()).hasSameSizeAs(stems(rig.ids()));
        if (!WITHHELD.contains(way)) {
            assertThat(stems(rig.ids())).isEqualTo(stems(undisturbed.keySet()));
        }
        if (!WITHHELD.contains(way) && !NEVER_MIND.equals(way)) {
            assertThat(missing(byId(rig))).isEqualTo(missing(undisturbed));
        }
    }

    @ParameterizedTest
    @MethodSource("everyWay")
    void losesNothingWhereGraphQlFails(String way) {
        // Given
        everyRouteInEveryWay();
        start(true);
        failing = () -> rig.gitHub.faults().forGood("/**graphql", WAYS.get(way));

        // When
        live();

        // Then
        assertThat(stems(rig.ids())).isEqualTo(stems(undisturbed.keySet()));
        assertThat(missing(byId(rig))).isEqualTo(missing(undisturbed));
    }

    /** A time of which only one source knows, and what only one numbers, is no part of what an event is. */
    private static Set<String> stems(Collection<String> ids) {
        Set<String> stems = new TreeSet<>();
        ids.forEach(
                id -> stems.add(id.replaceFirst("(?<=#(created|deleted))@.*$", "").replaceFirst("(?<=#closed)[@-].*$", "")));
        return stems;
    }

    private static Map<String, EventDraft> byId(Rig rig) {
        return rig.backend.events(INTEGRATION).stream().collect(Collectors.toMap(EventDraft::externalId, event -> event));
    }

    private static Map<String, Object> missing(Map<String, EventDraft> events) {
        Map<String, Object> missing = new TreeMap<>();
        events.forEach((id, event) -> {
            if (!isEarlierStep(id) && event.data().get("missing") != null) {
                missing.put(id, event.data().get("missing"));
            }
        });
        return missing;
    }

    /** What was the newest step of a pull request for a while keeps the facts, and the gaps, of that while. */
    private static boolean isEarlierStep(String id) {
        return id.startsWith("pr-") && (id.endsWith("#opened") || id.contains("#closed"));
    }

    private static void assertNamesWhatItLacks(String id, EventDraft event) {
        EventDraft whole = undisturbed.get(id);
        if (whole == null || isEarlierStep(id) || !Objects.equals(whole.status(), event.status())) {
            return;
        }
        Map<String, Object> data = event.data();
        List<String> lacks = whole.data().keySet().stream().filter(FACTS::contains).filter(key -> !data.containsKey(key))
                .sorted().toList();
        if (!lacks.isEmpty()) {
            assertThat(String.valueOf(data.get("missing"))).as(id).contains(lacks);
        }
    }

    /** A first sync, then things of every kind while the route fails. */
    private void live() {
        Repository api = rig.repository("acme/api");
        api.git().push("main", List.of(new NewCommit("Begin", List.of(FileChange.added("App.java", 3)))), ALICE);
        rig.track(List.of("main"), "acme/api").cycle();
        failing.run();
        long zombie = api.runs().start(new NewRun("Slow", "main"), ALICE).id();
        for (Runnable step : story(api)) {
            step.run();
            rig.cycle();
        }
        for (int run = 0; run < 101; run++) {
            api.runs().complete(api.runs().start(new NewRun("Lint", "main"), ALICE).id(), "success", ALICE);
        }
        rig.cycle();
        api.runs().complete(zombie, "failure", ALICE);
        for (int turn = 0; turn < 4; turn++) {
            rig.clock.tick(Duration.ofMinutes(16));
            rig.cycle();
        }
    }

    /** So long that whatever failed is asked for again. */
    private void heal() {
        for (int turn = 0; turn < 4; turn++) {
            rig.clock.tick(Duration.ofHours(3));
            rig.cycle();
        }
    }

    private static List<Runnable> story(Repository api) {
        return List.of(() -> {
            api.issues().open(new NewIssue("It breaks"), ALICE);
            api.pulls().open(new NewPull("Add it", "feature")
                    .commits(new NewCommit("Add", List.of(FileChange.added("It.java", 4)))), ALICE);
            api.pulls().review(newestPull(api), "APPROVED", "Fine", BOB);
            api.runs().start(new NewRun("Build", "main").jobs("build", "test"), ALICE);
        }, () -> {
            api.pulls().merge(newestPull(api), MergeMethod.MERGE, BOB);
            api.pulls().open(new NewPull("Drop it", "drop"), ALICE);
            api.runs().complete(newestRun(api), "failure", ALICE);
        }, () -> {
            api.issues().close(newestPull(api), null, ALICE);
            api.runs().rerun(newestRun(api), BOB);
            api.git().createTag("v1", "main", ALICE);
            api.deployments().create(new NewDeployment("main", "production"), ALICE);
        }, () -> {
            api.issues().reopen(newestPull(api), ALICE);
            api.runs().complete(newestRun(api), "success", BOB);
            int issue = api.issues().open(new NewIssue("Slow"), ALICE).number();
            api.issues().label(issue, "bug", BOB);
            api.issues().close(issue, "completed", BOB);
            api.deployments().status(newestDeployment(api), "success", null, ALICE);
        }, () -> {
            api.git().push("main", List.of(new NewCommit("Fix", List.of(FileChange.modified("App.java", 1, 1)))), ALICE);
            api.git().createBranch("topic", "main", List.of(), ALICE);
            api.releases().create(new NewRelease("v1"), ALICE);
            api.runs().complete(api.runs().start(new NewRun("Test", "main").jobs("test"), ALICE).id(), "failure", ALICE);
            api.runs().rerun(newestRun(api), BOB);
        }, () -> {
            api.runs().complete(newestRun(api), "success", BOB);
            api.git().deleteBranch("topic", ALICE);
            api.git().deleteTag("v1", ALICE);
        });
    }

    private static int newestPull(Repository api) {
        return api.pulls().all().stream().mapToInt(PullRequest::number).max().orElseThrow();
    }

    private static long newestRun(Repository api) {
        return api.runs().newestFirst().get(0).id();
    }

    private static long newestDeployment(Repository api) {
        return api.deployments().newestFirst().get(0).id();
    }
}
