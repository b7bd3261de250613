package io.painchain.github.rig;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

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

/** Some hours of a repository in which things of every kind happen, while one route fails, and some hours after that. */
public final class FaultyHours {

    /** In bytes, which no regular answer comes near. */
    public static final int ANSWER_LIMIT = 1024 * 1024;

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    /** What the backend holds, by external id, and what was asked until then. */
    public record Seen(Map<String, EventDraft> events, int rejected, int requests) {
    }

    /** @param routes that were asked for */
    public record Outcome(Seen failing, Seen healed, List<String> routes) {
    }

    private final String pattern;
    private final Fault fault;
    private final boolean graphQl;
    private final Duration timeout;

    /** @param pattern of addresses that fail; {@code timeout}: how long the connector waits for an answer */
    public FaultyHours(String pattern, Fault fault, boolean graphQl, Duration timeout) {
        this.pattern = pattern;
        this.fault = fault;
        this.graphQl = graphQl;
        this.timeout = timeout;
    }

    public static FaultyHours undisturbed() {
        return new FaultyHours(null, null, false, Duration.ofSeconds(10));
    }

    public Outcome live() {
        try (Rig rig = new Rig(timeout, ANSWER_LIMIT)) {
            if (!graphQl) {
                rig.withoutGraphQl();
            }
            int rule = fail(rig);
            Seen failing = seen(rig);
            if (rule > 0) {
                rig.gitHub.faults().clear(rule);
            }
            heal(rig);
            return new Outcome(failing, seen(rig), rig.gitHub.requests().counts().stream().map(RequestCount::route)
                    .distinct().sorted().toList());
        }
    }

    private static Seen seen(Rig rig) {
        return new Seen(rig.backend.events(Rig.INTEGRATION).stream()
                .collect(Collectors.toMap(EventDraft::externalId, event -> event)),
                rig.backend.rejected(Rig.INTEGRATION).size(), rig.gitHub.requests().total());
    }

    /** A first sync, then things of every kind while the route fails. */
    private int fail(Rig rig) {
        Repository api = rig.repository("acme/api");
        api.git().push("main", List.of(new NewCommit("Begin", List.of(FileChange.added("App.java", 3)))), ALICE);
        rig.track(List.of("main"), "acme/api").cycle();
        int rule = fault == null ? 0 : rig.gitHub.faults().forGood(pattern, fault);
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
        return rule;
    }

    /** So long that whatever failed is asked for again. */
    private static void heal(Rig rig) {
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
