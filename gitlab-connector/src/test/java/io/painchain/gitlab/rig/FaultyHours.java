package io.painchain.gitlab.rig;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.model.event.EventDraft;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.record.RequestCount;
import io.painchain.simulator.world.change.By;

/** Some hours of a project in which things of every kind happen, while one route fails, and some hours after that. */
public final class FaultyHours {

    /** In bytes, which no regular answer comes near. */
    public static final int ANSWER_LIMIT = 1024 * 1024;

    private static final String PATH = "acme/api";
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
        try (Rig rig = new Rig()) {
            rig.timeout = timeout;
            rig.answerLimit = ANSWER_LIMIT;
            if (!graphQl) {
                rig.withoutGraphQl();
            }
            int rule = fail(rig.restart());
            Seen failing = seen(rig);
            if (rule > 0) {
                rig.gitLab.faults().clear(rule);
            }
            turns(rig, Duration.ofHours(3));
            return new Outcome(failing, seen(rig),
                    rig.gitLab.requests().counts().stream().map(RequestCount::route).distinct().sorted().toList());
        }
    }

    private static Seen seen(Rig rig) {
        return new Seen(rig.backend.events(Rig.INTEGRATION).stream()
                .collect(Collectors.toMap(EventDraft::externalId, event -> event)),
                rig.backend.rejected(Rig.INTEGRATION).size(), rig.gitLab.requests().total());
    }

    /** A first sync, then things of every kind while the route fails. */
    private int fail(Rig rig) {
        Project api = rig.project(PATH);
        rig.integrate(Map.of("projects", List.of(PATH), "branches", List.of("main"))).cycle();
        int rule = fault == null ? 0 : rig.gitLab.faults().forGood(pattern, fault);
        for (Runnable step : story(api)) {
            step.run();
            rig.cycles(2);
        }
        turns(rig, Duration.ofMinutes(16));
        return rule;
    }

    private static void turns(Rig rig, Duration step) {
        for (int turn = 0; turn < 4; turn++) {
            rig.clock.tick(step);
            rig.cycle();
        }
    }

    private static List<Runnable> story(Project api) {
        return List.of(() -> {
            api.issues().open("It breaks", "issue", ALICE);
            api.mergeRequests().open(NewMergeRequest.of("Add it", "feature"), ALICE);
            api.mergeRequests().approve(1, BOB);
            Pipeline pipeline = api.pipelines().create(NewPipeline.of("main", "build", "test"), ALICE);
            api.pipelines().finish(pipeline.id(), "failed", ALICE);
        }, () -> {
            api.mergeRequests().merge(1, MergeMethod.MERGE, BOB);
            api.mergeRequests().open(NewMergeRequest.of("Drop it", "drop"), ALICE);
            api.issues().label(1, "bug", true, BOB);
            Deployment deployment = api.deployments().create(NewDeployment.of("main", "production"), "running", ALICE);
            api.deployments().become(deployment.id(), "success", ALICE);
        }, () -> {
            api.mergeRequests().close(2, ALICE);
            api.issues().close(1, BOB);
            api.pushes().tag("v1", "main", null, ALICE);
            api.pushes().branch("topic", "main", ALICE);
        }, () -> {
            api.mergeRequests().reopen(2, ALICE);
            api.issues().reopen(1, ALICE);
            api.releases().create("v1", "main", "One", null, ALICE);
            api.featureFlags().set("dark", true, ALICE);
            Pipeline pipeline = api.pipelines().create(NewPipeline.of("main", "test"), ALICE);
            api.pipelines().finish(pipeline.id(), "failed", ALICE);
        }, () -> {
            api.pushes().commit("main", List.of("Fix it", "Test it"), ALICE);
            api.pushes().deleteBranch("topic", ALICE);
            Pipeline pipeline = api.pipelines().create(NewPipeline.of("main", "deploy"), ALICE);
            api.pipelines().finish(pipeline.id(), "success", ALICE);
        }, () -> {
            api.pushes().deleteTag("v1", ALICE);
            api.issues().open("Slow", "incident", BOB);
        });
    }
}
