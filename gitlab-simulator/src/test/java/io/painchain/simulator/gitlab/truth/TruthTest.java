package io.painchain.simulator.gitlab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.world.change.By;

class TruthTest {

    private static final By BOB = By.user("bob");
    private static final String PATH = "acme/shop/web";

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void namesEveryStepOfAMergeRequest() {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        gitLab.project().mergeRequests().close(1, BOB);
        gitLab.project().mergeRequests().reopen(1, BOB);
        long approval = gitLab.project().mergeRequests().approve(1, BOB).id();
        gitLab.project().mergeRequests().merge(1, MergeMethod.MERGE, BOB);
        List<Long> steps = gitLab.project().mergeRequests().get(1).steps().stream().map(step -> step.id()).toList();

        assertThat(ids()).contains("mr-" + PATH + "-1#opened", "mr-" + PATH + "-1#closed-" + steps.get(0),
                "mr-" + PATH + "-1#reopened-" + steps.get(1), "mr-" + PATH + "-1#approval-" + approval,
                "mr-" + PATH + "-1#merged").noneMatch(id -> id.contains("#closed@"));
    }

    @Test
    void namesAnUnnumberedClosingByItsTime() {
        gitLab.project().mergeRequests().numbersSteps(false);
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        gitLab.project().mergeRequests().close(1, BOB);

        assertThat(ids()).contains("mr-" + PATH + "-1#closed@2026-11-20T12:00:00Z");
    }

    @Test
    void keepsTheFirstPathThroughRenames() {
        gitLab.project().rename("acme/store");
        gitLab.project().issues().open("Slow", "issue", BOB);

        assertThat(ids()).contains("issue-" + PATH + "-1#opened");
    }

    @Test
    void aFailedJobOutlivesTheSuccessOfItsRetry() {
        Pipeline pipeline = gitLab.project().pipelines().create(NewPipeline.of("main", "test"), BOB);
        gitLab.project().pipelines().finish(pipeline.id(), "failed", BOB);
        long job = pipeline.jobs().get(0).id();
        gitLab.project().pipelines().retry(pipeline.id(), BOB);
        gitLab.project().pipelines().finish(pipeline.id(), "success", BOB);

        assertThat(ids()).contains("job-" + PATH + "-" + job).filteredOn(id -> id.startsWith("pipeline-")).hasSize(1);
    }

    @Test
    void tellsApartPushesNewBranchesAndTags() {
        String before = gitLab.project().repository().head("main").substring(0, 12);
        String after = gitLab.project().pushes().commit("main", List.of("More"), BOB).sha();
        gitLab.project().pushes().bulk(List.of("a", "b", "c", "d"), "Change all", BOB);
        gitLab.project().pushes().tag("v1", "main", null, BOB);

        assertThat(ids()).contains("push-" + PATH + "-main@" + before + ".." + after.substring(0, 12),
                "commit-" + PATH + "-" + after, "branch-" + PATH + "-d#created@2026-11-20T12:00:00Z",
                "tag-" + PATH + "-v1#created@2026-11-20T12:00:00Z");
    }

    @Test
    void beginsWhereItIsToldTo() {
        Instant from = gitLab.clock().instant().plusSeconds(60);
        gitLab.later(Duration.ofMinutes(2));
        gitLab.project().featureFlags().set("cart", false, BOB);

        assertThat(Truth.of(gitLab.simulator().world(), from)).containsExactly(new TrueEvent("feature_flag",
                "flag-" + PATH + "-cart@2026-11-20T12:02:00Z", "off", Instant.parse("2026-11-20T12:02:00Z")));
        assertThat(gitLab.script("GET", "/truth?from=" + from, "").at("/events/0/type")).isEqualTo("feature_flag");
    }

    private List<String> ids() {
        return Truth.of(gitLab.simulator().world(), Instant.EPOCH).stream().map(TrueEvent::externalId).toList();
    }
}
