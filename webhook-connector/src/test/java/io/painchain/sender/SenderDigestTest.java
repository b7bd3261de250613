package io.painchain.sender;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.connector.rig.TestBackend;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.model.task.ReplayOutput;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookInput.Encoding;
import io.painchain.model.task.WebhookOutput;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.model.task.WebhookOutput.State;
import io.painchain.sender.mapping.SenderMapper;
import io.quarkus.test.junit.QuarkusTest;

/** Deliveries of one task: one event each, and what cannot be read holds back none of its neighbours. */
@QuarkusTest
class SenderDigestTest {

    @Inject
    SenderLifecycle lifecycle;

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

    private static Delivery delivery(String id, String body) {
        return new Delivery(id, null, NOW, 1, Map.of(), Encoding.text, body);
    }

    @Test
    void postsWhatItReads() throws Exception {
        // Given
        String incident;
        try (var file = SenderDigestTest.class.getResourceAsStream("/senders/pagerduty.json")) {
            incident = new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
        SenderMapper mapper = SenderMapper.ALL.stream().filter(one -> one.type().equals("pagerduty")).findFirst().orElseThrow();
        try (TestBackend backend = new TestBackend("pagerduty")) {
            backend.integrate("0195-rig", Map.of("webhookSecret", "a secret of some length"));
            BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, Duration.ofSeconds(10));
            SenderDigest digest = new SenderDigest(mapper, new EventPublisher(client, new Retry(Duration.ofMillis(1), 3)));
            WebhookInput input = new WebhookInput(List.of(delivery("d-1", incident), delivery("d-2", incident),
                    delivery("d-3", "{"), delivery("d-4", "{\"event\": {\"event_type\": \"service.updated\"}}")));
            Task task = new Task("t", "pagerduty", TaskKind.webhook, "acme", "0195-rig",
                    ContractJson.map(input), 1, NOW, null);

            // When
            WebhookOutput output = (WebhookOutput) digest.handle(task, null);

            // Then
            assertThat(output.deliveries()).extracting(Outcome::state).containsExactly(State.mapped, State.mapped,
                    State.ignored, State.ignored);
            assertThat(output.deliveries()).extracting(Outcome::reason).element(3)
                    .isEqualTo("Only the steps of incidents are events here");
            assertThat(backend.ids("0195-rig")).containsExactly("incident-PGR0VU2#01CHA9OQ6GBK1OW3AVQAGP9BWV");
        }
    }

    @Test
    void saysOfARehearsalWhatWouldBecomeOfItAndStoresNothing() throws Exception {
        // Given
        SenderMapper mapper = SenderMapper.ALL.stream().filter(one -> one.type().equals("jenkins")).findFirst().orElseThrow();
        try (TestBackend backend = new TestBackend("jenkins")) {
            backend.integrate("0195-rig", Map.of("webhookSecret", "a secret of some length"));
            BackendClient client = new BackendClient(backend.api(), TestBackend.KEY, Duration.ofSeconds(10));
            EventPublisher publisher = new EventPublisher(client, new Retry(Duration.ofMillis(1), 3));
            SenderDigest digest = new SenderDigest(mapper, publisher);
            ReplayHandler replay = new ReplayHandler((integration, deliveries) -> Optional
                    .of(CompletableFuture.completedFuture(digest.derive(integration, deliveries))), publisher);
            WebhookInput input = new WebhookInput(List.of(delivery("d-1",
                    """
                            {"name": "job", "build": {"number": 7, "phase": "FINALIZED", "status": "SUCCESS", "timestamp": 1772445600000}}"""),
                    delivery("d-2", "{")));

            // When
            ReplayOutput output = (ReplayOutput) replay.handle(new Task("t", "jenkins", TaskKind.replay, "acme", "0195-rig",
                    ContractJson.map(input), 1, NOW, null), null);

            // Then
            assertThat(output.deliveries()).flatExtracting(ReplayOutput.Replayed::events)
                    .extracting(ReplayOutput.Derived::externalId).containsExactly("build-job-7");
            assertThat(output.deliveries()).extracting(ReplayOutput.Replayed::reason).element(1).asString()
                    .startsWith("Its payload cannot be read");
            assertThat(backend.ids("0195-rig")).isEmpty();
        }
    }

    /** From a registered type to an event, as the process does it. */
    @Test
    void takesDeliveriesOfAllTypesThatItRegisters() {
        // Given
        try (TestBackend backend = new TestBackend("pagerduty")) {
            backend.integrate("0195-rig", Map.of("webhookSecret", "a secret of some length"));
            assertThat(lifecycle.lastContact()).isNull();

            // When
            lifecycle.start(new ProcessSettings(backend.api(), TestBackend.KEY, Duration.ofSeconds(60), "worker", false));
            lifecycle.tick();

            // Then
            assertThat(lifecycle.lastTick()).isNotNull();
            assertThat(backend.requests()).contains("PUT /api/connectors/pagerduty");
        }
    }
}
