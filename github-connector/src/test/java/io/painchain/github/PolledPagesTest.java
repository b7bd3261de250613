package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.InflaterInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.PageKeeper;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.rig.TestBackend;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.github.integration.GitHub;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.Outcome;
import io.painchain.model.integration.PolledPage;
import io.painchain.model.task.ReplayOutput;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** GitHub's answers, handed over raw, and what is derived of them once more. */
@QuarkusTest
class PolledPagesTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");

    /** As the backend hands them over. */
    private static Delivery delivery(PolledPage page) {
        byte[] packed = Base64.getDecoder().decode(page.body());
        try (InflaterInputStream body = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            byte[] raw = body.readAllBytes();
            assertThat(raw).hasSize(page.bytes());
            return new Delivery(page.url(), PolledPage.EVENT, page.readAt(), 1, Map.of(PolledPage.ADDRESS, page.url()),
                    Encoding.text, new String(raw, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsWhatPollsGotAndDerivesItAgain() {
        // Given
        rig.clock.tick(Duration.ofSeconds(5));
        api.git().push("main", List.of(new NewCommit("Fix it")), ALICE);
        api.releases().create(new NewRelease("v1"), ALICE);
        api.issues().open(new NewIssue("It breaks"), ALICE);
        api.deployments().create(new NewDeployment("main", "production", "Ship it"), ALICE);
        api.runs().complete(api.runs().start(new NewRun("Build", "main"), ALICE).id(), "success", ALICE);
        BackendClient client = new BackendClient(rig.backend.api(), TestBackend.KEY, Duration.ofSeconds(10));
        IntegrationPoller keeping = GitHub.poller(rig.context(Runnable::run, Duration.ofSeconds(10))
                .keeping(new PageKeeper(client, Runnable::run)), ConnectorMetadata.load("github"), "worker-that-keeps");

        // When
        for (int i = 0; i < 6; i++) {
            rig.clock.tick(Duration.ofMinutes(1));
            keeping.tick();
        }
        List<PolledPage> pages = rig.backend.pages();

        // Then
        assertThat(pages).extracting(PolledPage::url).anyMatch(url -> url.contains("/repos/acme/api/releases?"))
                .anyMatch(url -> url.contains("/actions/runs?"));

        // When
        List<String> before = rig.ids();
        ReplayHandler handler = new ReplayHandler(rig.poller()::derive,
                rig.context(Runnable::run, Duration.ofSeconds(10)).publisher());
        ReplayOutput output = (ReplayOutput) handler.handle(new Task("task-1", "github", TaskKind.replay, null, Rig.INTEGRATION,
                ContractJson.map(new WebhookInput(pages.stream().map(PolledPagesTest::delivery).toList())), 1,
                rig.clock.instant(), null), Asked.unheard());

        // Then
        assertThat(output.deliveries()).flatExtracting(ReplayOutput.Replayed::events)
                .extracting(ReplayOutput.Derived::externalId).allMatch(before::contains)
                .anyMatch(id -> id.startsWith("push-acme/api-main@")).anyMatch(id -> id.startsWith("release-acme/api-"))
                .anyMatch(id -> id.startsWith("workflow-acme/api-")).anyMatch(id -> id.startsWith("deployment-acme/api-"))
                .contains("issue-acme/api-1#opened");
        assertThat(output.deliveries()).flatExtracting(ReplayOutput.Replayed::events)
                .extracting(ReplayOutput.Derived::outcome).doesNotContain(Outcome.created, Outcome.rejected);
        assertThat(rig.ids()).isEqualTo(before);
    }
}
