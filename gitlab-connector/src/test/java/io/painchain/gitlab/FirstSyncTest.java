package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class FirstSyncTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.project("acme/shop/web");

    private void liveAWhile() {
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache").commits(2), ALICE);
        minute();
        web.mergeRequests().approve(1, BOB);
        minute();
        web.mergeRequests().merge(1, MergeMethod.SQUASH, BOB);
        web.mergeRequests().open(NewMergeRequest.of("Drop the cache", "no-cache"), ALICE);
        minute();
        web.mergeRequests().close(2, BOB);
        minute();
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "build", "test"), ALICE);
        minute();
        web.pipelines().finish(pipeline.id(), "failed", ALICE);
        minute();
        web.pushes().tag("v1.0", "main", null, ALICE);
        web.deployments().create(NewDeployment.of("main", "production"), "success", ALICE);
        web.releases().create("v1.0", "main", "One", null, ALICE);
        web.issues().open("It breaks", "incident", ALICE);
        minute();
        web.issues().label(1, "bug", true, BOB);
        minute();
        web.issues().close(1, BOB);
        web.featureFlags().set("dark", true, ALICE);
        minute();
    }

    private void minute() {
        rig.clock.tick(Duration.ofMinutes(1));
    }

    @Test
    void collectsEveryKindOfChange() {
        // Given
        liveAWhile();
        rig.integrate(Map.of("projects", List.of("acme/shop/web"), "branches", List.of("main")));

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().error()).isNull();
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        List<String> happened = Truth.of(rig.gitLab.world(), Rig.START).stream().map(TrueEvent::externalId).toList();
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(happened);
        assertThat(rig.backend.rejected(Rig.INTEGRATION)).isEmpty();
    }

    @Test
    void titlesThemAsGitLabWordsThem() {
        liveAWhile();
        rig.integrate(Map.of("projects", List.of("acme/shop/web")));

        rig.cycle();

        assertThat(rig.backend.events(Rig.INTEGRATION)).extracting(EventDraft::title).contains("[MR] Add a cache",
                "[MR] Drop the cache", "[Approval] approved: Add a cache", "[Pipeline] ✗ push - main", "[Job] ✗ test - main",
                "[Deployment] production success", "[Release] One", "[Incident] It breaks", "[Tag] v1.0 created");
    }

    @Test
    void costsNothingWhileNothingChanges() {
        // Given
        liveAWhile();
        rig.integrate(Map.of("projects", List.of("acme/shop/web")));
        rig.cycles(3);
        rig.clock.tick(Duration.ofMinutes(70));
        rig.cycles(10);
        rig.gitLab.requests().reset();
        rig.backend.forgetRequests();

        // When
        rig.cycles(20);

        // Then
        assertThat(rig.gitLab.requests().count("/graphql", 200)).isEqualTo(20);
        assertThat(rig.gitLab.requests().total()).isLessThanOrEqualTo(24);
        assertThat(rig.backend.batchSizes()).isEmpty();
    }
}
