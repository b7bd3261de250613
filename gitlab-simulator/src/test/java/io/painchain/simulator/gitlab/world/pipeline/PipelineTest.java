package io.painchain.simulator.gitlab.world.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;
import io.painchain.simulator.world.change.By;

class PipelineTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void listsLackTheUserTheStartAndTheEnd() {
        Pipeline pipeline = failed();

        assertThat(gitLab.ofProject("/pipelines").json().get(0).has("finished_at")).isFalse();
        assertThat(gitLab.ofProject("/pipelines").json().get(0).has("user")).isFalse();
        Reply one = gitLab.ofProject("/pipelines/" + pipeline.id());
        assertThat(one.at("/finished_at")).isEqualTo("2026-11-20T12:10:00.000Z");
        assertThat(one.at("/user/username")).isEqualTo("bob");
    }

    @Test
    void aRetryKeepsNumberAndStartAndHasAStaleEnd() {
        Pipeline pipeline = failed();
        gitLab.later(Duration.ofMinutes(5));

        all().retry(pipeline.id(), BOB);

        Reply one = gitLab.ofProject("/pipelines/" + pipeline.id());
        assertThat(one.at("/status")).isEqualTo("running");
        assertThat(one.at("/started_at")).isEqualTo("2026-11-20T12:00:00.000Z");
        assertThat(one.at("/finished_at")).isEqualTo("2026-11-20T12:10:00.000Z");
        assertThat(one.at("/updated_at")).isEqualTo("2026-11-20T12:15:00.000Z");
        all().finish(pipeline.id(), "success", BOB);
        assertThat(gitLab.ofProject("/pipelines").at("/0/status")).isEqualTo("success");
    }

    @Test
    void retriedJobsShowOnlyWhereAskedFor() {
        Pipeline pipeline = failed();
        all().retry(pipeline.id(), BOB);
        all().finish(pipeline.id(), "success", BOB);
        String jobs = "/pipelines/" + pipeline.id() + "/jobs";

        assertThat(gitLab.ofProject(jobs).each("/status")).containsExactly("success", "success");
        Reply all = gitLab.ofProject(jobs + "?include_retried=true");
        assertThat(all.each("/name")).containsExactly("test", "test", "build");
        assertThat(all.each("/status")).containsExactly("success", "failed", "success");
        assertThat(all.at("/1/failure_reason")).isEqualTo("script_failure");
    }

    @Test
    void childrenAreAbsentUnlessTheirSourceIsAskedForSince17() {
        Pipeline parent = all().create(NewPipeline.of("main", "build").jobs(NewJob.of("deploy").trigger()), BOB);
        Pipeline child = all().child(parent.id(), NewPipeline.of("main", "deploy"), BOB);
        all().finish(child.id(), "failed", BOB);

        assertThat(gitLab.ofProject("/pipelines").each("/id")).containsExactly("" + parent.id());
        assertThat(gitLab.ofProject("/pipelines?source=parent_pipeline").each("/id")).containsExactly("" + child.id());
        Reply bridges = gitLab.ofProject("/pipelines/" + parent.id() + "/bridges");
        assertThat(bridges.at("/0/downstream_pipeline/id")).isEqualTo("" + child.id());
        assertThat(bridges.at("/0/status")).isEqualTo("failed");
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().version("16.11.0", false));
        assertThat(gitLab.ofProject("/pipelines?source=parent_pipeline").json()).isEmpty();
    }

    @Test
    void mergeRequestsHaveThreeKindsOfRefs() {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        String head = gitLab.project().mergeRequests().get(1).sha();
        for (String kind : new String[] { "head", "merge", "train" }) {
            String sha = kind.equals("head") ? head : "f".repeat(40);
            all().create(NewPipeline.of("refs/merge-requests/1/" + kind, "test").sha(sha)
                    .source("merge_request_event"), BOB);
        }

        assertThat(gitLab.ofProject("/pipelines?source=merge_request_event").each("/ref")).containsExactly(
                "refs/merge-requests/1/train", "refs/merge-requests/1/merge", "refs/merge-requests/1/head");
        assertThat(gitLab.ofProject("/merge_requests/1/pipelines").json()).hasSize(3);
        assertThat(gitLab.ofProject("/repository/commits/" + "f".repeat(40)).status()).isEqualTo(404);
    }

    @Test
    void aPipelineMayWaitForAPersonForEver() {
        Pipeline pipeline = all()
                .create(NewPipeline.of("main", "build").jobs(NewJob.of("build"), NewJob.of("deploy").byHand()), BOB);
        all().block(pipeline.id(), BOB);

        Reply one = gitLab.ofProject("/pipelines/" + pipeline.id());

        assertThat(one.at("/status")).isEqualTo("manual");
        assertThat(one.at("/finished_at")).isNull();
    }

    @Test
    void aFailureThatIsAllowedSaysSo() {
        Pipeline pipeline = all().create(NewPipeline.of("main", "lint").jobs(NewJob.of("lint").allowedToFail()), BOB);
        all().finishJob(pipeline.jobs().get(0).id(), "failed", "runner_system_failure", BOB);
        all().finish(pipeline.id(), "success", BOB);

        Reply jobs = gitLab.ofProject("/pipelines/" + pipeline.id() + "/jobs");

        assertThat(jobs.at("/0/allow_failure")).isEqualTo("true");
        assertThat(jobs.at("/0/failure_reason")).isEqualTo("runner_system_failure");
    }

    /** Of two jobs the second fails after ten minutes. */
    private Pipeline failed() {
        Pipeline pipeline = all().create(NewPipeline.of("main", "build", "test"), BOB);
        all().start(pipeline.id(), BOB);
        gitLab.later(Duration.ofMinutes(10));
        return all().finish(pipeline.id(), "failed", BOB);
    }

    private Pipelines all() {
        return gitLab.project().pipelines();
    }
}
