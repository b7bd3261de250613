package io.painchain.simulator.gitlab.world.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.world.change.By;

class DeploymentTest {

    private static final By BOB = By.user("bob");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @ParameterizedTest
    @ValueSource(strings = { "created", "blocked", "running", "success", "failed", "canceled", "skipped" })
    void showsItsPresentStatusOnly(String status) {
        Deployment deployment = all().create(NewDeployment.of("main", "production"), "created", BOB);

        all().become(deployment.id(), status, BOB);

        assertThat(gitLab.ofProject("/deployments").at("/0/status")).isEqualTo(status);
    }

    @Test
    void hasNoJobWhereTheApiMadeIt() {
        Pipeline pipeline = gitLab.project().pipelines().create(NewPipeline.of("main", "deploy"), BOB);
        all().create(NewDeployment.of("main", "production"), "success", BOB);
        all().create(NewDeployment.of("main", "staging").by(pipeline.jobs().get(0)), "running", BOB);

        Reply list = gitLab.ofProject("/deployments?sort=asc");

        assertThat(list.at("/0/deployable")).isNull();
        assertThat(list.at("/1/deployable/pipeline/id")).isEqualTo("" + pipeline.id());
    }

    @Test
    void shipsWhatWasMergedSinceTheDeploymentBefore() {
        merge("One", "one");
        all().create(NewDeployment.of("main", "production"), "success", BOB);
        merge("Two", "two");
        Deployment second = all().create(NewDeployment.of("main", "production"), "success", BOB);

        assertThat(gitLab.ofProject("/deployments/" + second.id() + "/merge_requests").each("/title"))
                .containsExactly("Two");
    }

    @Test
    void limitsByTimeOnlyInThatOrder() {
        all().create(NewDeployment.of("main", "production"), "success", BOB);
        gitLab.later(Duration.ofHours(1));
        all().create(NewDeployment.of("main", "staging"), "success", BOB);

        assertThat(gitLab.ofProject("/deployments?updated_after=2026-11-20T12:30:00Z").status()).isEqualTo(400);
        assertThat(gitLab.ofProject("/deployments?order_by=updated_at&updated_after=2026-11-20T12:30:00Z")
                .each("/environment/name")).containsExactly("staging");
    }

    private void merge(String title, String branch) {
        int iid = gitLab.project().mergeRequests().open(NewMergeRequest.of(title, branch), BOB).iid();
        gitLab.project().mergeRequests().merge(iid, MergeMethod.MERGE, BOB);
    }

    private Deployments all() {
        return gitLab.project().deployments();
    }
}
