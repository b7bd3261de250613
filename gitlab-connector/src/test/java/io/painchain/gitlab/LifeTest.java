package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.deployment.Deployment;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** Things that change while they are watched. */
@QuarkusTest
class LifeTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.project(PATH);

    LifeTest() {
        rig.integrate(Map.of("projects", List.of(PATH), "branches", List.of("main"))).cycle();
    }

    /** What the world holds by now is what the timeline holds. */
    private void assertWhole() {
        List<String> happened = Truth.of(rig.gitLab.world(), Rig.START).stream().map(TrueEvent::externalId).toList();
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(happened);
        assertThat(rig.backend.rejected(Rig.INTEGRATION)).isEmpty();
    }

    @Test
    void followsAMergeRequestThroughItsSteps() {
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        rig.cycle();
        web.mergeRequests().approve(1, BOB);
        rig.cycle();
        web.mergeRequests().close(1, BOB);
        rig.cycle();
        web.mergeRequests().reopen(1, ALICE);
        web.mergeRequests().unapprove(1, BOB);
        rig.cycle();
        web.mergeRequests().merge(1, MergeMethod.MERGE, BOB);
        rig.cycles(7);

        assertWhole();
        EventDraft merged = rig.event("mr-acme/shop/web-1#merged");
        assertThat(merged.status()).isEqualTo("merged");
        assertThat(merged.author()).isEqualTo("bob");
        assertThat(merged.entity()).isEqualTo("merge_request:acme/shop/web!1");
        assertThat(merged.correlationKeys()).contains("commit:acme/shop/web@" + merged.data().get("merge_commit_sha"),
                "commit:acme/shop/web@" + merged.data().get("head_sha"));
        assertThat(rig.event("mr-acme/shop/web-1#opened").status()).isEqualTo("open");
    }

    @Test
    void missesNoStepBetweenTwoPolls() {
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        web.mergeRequests().close(1, BOB);
        rig.clock.tick(Duration.ofSeconds(5));
        web.mergeRequests().reopen(1, ALICE);
        rig.clock.tick(Duration.ofSeconds(5));
        web.mergeRequests().close(1, BOB);
        rig.cycles(7);

        assertWhole();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("mr-")).hasSize(4);
    }

    @Test
    void identifiesAClosingByItsTimeWhereStepsHaveNoNumbers() {
        web.mergeRequests().numbersSteps(false);
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        rig.cycle();
        Instant closedAt = rig.clock.instant();
        web.mergeRequests().close(1, BOB);
        rig.cycles(7);

        assertWhole();
        assertThat(rig.ids()).contains("mr-acme/shop/web-1#closed@" + closedAt);
    }

    @Test
    void keepsAPipelineInPlaceThroughARetry() {
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "build", "test"), ALICE);
        String id = "pipeline-acme/shop/web-" + pipeline.id();
        rig.cycle();
        web.pipelines().finish(pipeline.id(), "failed", ALICE);
        rig.cycle();
        assertThat(rig.event(id).endTimestamp()).isNotNull();
        web.pipelines().retry(pipeline.id(), ALICE);
        rig.cycle();
        assertThat(rig.event(id).status()).isEqualTo("running");
        assertThat(rig.event(id).endTimestamp()).isNull();
        web.pipelines().finish(pipeline.id(), "success", ALICE);
        rig.cycles(7);

        assertWhole();
        EventDraft ended = rig.event(id);
        assertThat(ended.status()).isEqualTo("success");
        assertThat(ended.data()).containsEntry("retried_jobs_count", 1).containsEntry("failed_jobs_count", 1);
        assertThat(rig.backend.revisions(Rig.INTEGRATION, id)).isGreaterThanOrEqualTo(4);
    }

    @Test
    void tellsOfAFailureThatWasRetriedBetweenTwoPolls() {
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "test"), ALICE);
        web.pipelines().finish(pipeline.id(), "failed", ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
        web.pipelines().retry(pipeline.id(), ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
        web.pipelines().finish(pipeline.id(), "success", ALICE);
        rig.cycles(7);

        assertWhole();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("job-")).hasSize(1);
    }

    @Test
    void tellsOfAFailureWhoseRetryStillRuns() {
        // Given
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "build", "test"), ALICE);
        web.pipelines().finish(pipeline.id(), "failed", ALICE);
        rig.clock.tick(Duration.ofSeconds(5));
        web.pipelines().retry(pipeline.id(), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.event("pipeline-acme/shop/web-" + pipeline.id()).status()).isEqualTo("running");
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("job-")).hasSize(1);
    }

    @Test
    void tellsOfAChildThatFailedAndOfNoOther() {
        Pipeline parent = web.pipelines()
                .create(NewPipeline.of("main").jobs(NewJob.of("build"), NewJob.of("trigger").trigger()), ALICE);
        web.pipelines().start(parent.id(), ALICE);
        Pipeline child = web.pipelines().child(parent.id(), NewPipeline.of("main", "test"), ALICE);
        rig.clock.tick(Duration.ofSeconds(20));
        web.pipelines().finish(child.id(), "failed", ALICE);
        web.pipelines().finish(parent.id(), "failed", ALICE);
        rig.cycles(7);

        assertWhole();
        assertThat(rig.event("pipeline-acme/shop/web-" + child.id()).correlationKeys())
                .contains("pipeline:acme/shop/web#" + parent.id());
    }

    @Test
    void knowsTheMergeRequestOfAPipelineAndNotItsThrowAwayCommit() {
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        Pipeline train = web.pipelines().create(
                NewPipeline.of("refs/merge-requests/1/train", "test").sha("a".repeat(40)).source("merge_request_event"), ALICE);
        rig.cycles(7);

        EventDraft pipeline = rig.event("pipeline-acme/shop/web-" + train.id());
        assertThat(pipeline.title()).isEqualTo("[Pipeline] ○ merge_request_event - !1");
        assertThat(pipeline.correlationKeys()).contains("merge_request:acme/shop/web!1")
                .noneMatch(key -> key.contains("aaaa"));
        assertThat(pipeline.data()).containsEntry("mr_pipeline", "train");
    }

    @Test
    void tellsEachStatusOfADeploymentThatItSaw() {
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);
        web.mergeRequests().merge(1, MergeMethod.MERGE, BOB);
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "deploy"), ALICE);
        web.pipelines().start(pipeline.id(), ALICE);
        Deployment deployment = web.deployments()
                .create(NewDeployment.of("main", "production").by(pipeline.jobs().get(0)), "running", ALICE);
        rig.cycle();
        web.pipelines().finish(pipeline.id(), "success", ALICE);
        web.deployments().become(deployment.id(), "success", ALICE);
        rig.cycles(7);

        String id = "deployment-acme/shop/web-" + deployment.id();
        assertThat(rig.ids()).contains(id, id + "#running", id + "#success");
        assertThat(rig.event(id).status()).isEqualTo("success");
        assertThat(rig.event(id + "#success").correlationKeys()).contains("ships:merge_request:acme/shop/web!1",
                "pipeline:acme/shop/web#" + pipeline.id(), "commit:acme/shop/web@" + deployment.sha());
    }

    @Test
    void seesDeploymentsThatTheApiMakes() {
        web.deployments().create(NewDeployment.of("main", "production"), "success", ALICE);
        web.pipelines().create(NewPipeline.of("main", "test"), ALICE);
        rig.cycles(2);
        web.deployments().create(NewDeployment.of("main", "production"), "failed", ALICE);
        rig.cycles(7);

        assertThat(rig.ids()).filteredOn(id -> id.startsWith("deployment-") && !id.contains("#")).hasSize(2);
    }

    @Test
    void tellsOfIssuesLabelsReleasesAndFlags() {
        web.issues().open("It breaks", "issue", ALICE);
        rig.cycle();
        web.issues().label(1, "bug", true, BOB);
        rig.clock.tick(Duration.ofSeconds(5));
        web.issues().label(1, "bug", false, BOB);
        web.issues().close(1, BOB);
        rig.cycle();
        web.issues().reopen(1, ALICE);
        web.pushes().tag("v2", "main", "Two", ALICE);
        web.releases().create("v2", "main", "Two", null, ALICE);
        rig.cycles(7);
        web.releases().rename("v2", "Second");
        web.featureFlags().set("dark", true, ALICE);
        rig.clock.tick(Duration.ofHours(25));
        rig.cycles(3);

        assertWhole();
        assertThat(rig.event("release-acme/shop/web-v2").title()).isEqualTo("[Release] Second");
        assertThat(rig.event("flag-acme/shop/web-dark@" + web.featureFlags().get("dark").updatedAt()).title())
                .isEqualTo("[Flag] dark on");
    }
}
