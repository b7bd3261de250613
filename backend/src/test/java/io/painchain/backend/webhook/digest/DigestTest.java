package io.painchain.backend.webhook.digest;

import static io.painchain.backend.webhook.WebhookSender.ids;
import static io.painchain.backend.webhook.WebhookSender.payload;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.StoredDeliveries.Stored;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DigestTest {

    @Inject
    StoredDeliveries stored;

    WebhookSender sender;
    String tenant;
    String integration;

    @BeforeEach
    void aSenderAndAnIntegration() {
        sender = WebhookSender.signing();
        tenant = Api.newTenant();
        integration = sender.integration(tenant, "acme/api");
    }

    @Test
    void handsOverWhatWaitsInOneTask() {
        receive(3);

        var task = sender.lease();

        assertThat(task.getList("id")).hasSize(1);
        assertThat(task.getString("[0].kind")).isEqualTo("webhook");
        assertThat(task.getString("[0].integrationId")).isEqualTo(integration);
        assertThat(task.getString("[0].integration.config.webhookSecret")).isEqualTo(WebhookSender.SECRET);
        assertThat(ids(task)).containsExactly("d-1", "d-2", "d-3");
        assertThat(task.getString("[0].input.deliveries[0].event")).isEqualTo("push");
        assertThat(task.getString("[0].input.deliveries[0].encoding")).isEqualTo("text");
        assertThat(task.getString("[0].input.deliveries[0].body")).isEqualTo(payload("acme/api"));
        assertThat(task.getString("[0].input.deliveries[0].headers.x-delivery")).isEqualTo("d-1");
        assertThat(task.getString("[0].input.deliveries[0].receivedAt")).endsWith("Z");
        assertThat(sender.lease().getList("")).as("while it is leased").isEmpty();
    }

    @Test
    void givesThemToNobodyWhoAsksForOtherTasks() {
        receive(1);

        List<Object> others = Api.asConnector().post("/api/connectors/%s/tasks/lease?wait=0".formatted(sender.type)).then()
                .statusCode(200).extract().jsonPath().getList("");

        assertThat(others).isEmpty();
        Api.asConnector().post("/api/connectors/%s/tasks/lease?wait=0&kind=sync".formatted(sender.type)).then().statusCode(400);
    }

    @Test
    void wakesWhoWaits() {
        var waiting = CompletableFuture.supplyAsync(() -> sender.lease("wait=20"));

        receive(1);

        assertThat(ids(waiting.join())).containsExactly("d-1");
    }

    @Test
    void writesDownWhatBecameOfEach() {
        receive(4);

        sender.done(sender.lease(), """
                {"id": "d-1", "state": "mapped", "events": ["pr-acme/api-1#opened"]},
                {"id": "d-2", "state": "ignored", "reason": "No event of ours."},
                {"id": "d-3", "state": "deferred", "reason": "The provider lags.", "notBefore": "2200-01-01T00:00:00Z"}""");

        assertThat(states()).containsExactly("mapped", "ignored", "deferred", "pending");
        assertThat(stored.of(integration).get(1).reason()).isEqualTo("No event of ours.");
        assertThat(stored.of(integration).get(3).error()).isEqualTo("The connector did not say what became of it.");
        assertThat(sender.lease().getList("")).as("until their time has come").isEmpty();
        stored.waitOver(integration);
        var again = sender.lease();
        assertThat(ids(again)).containsExactly("d-3");
        assertThat(again.getInt("[0].input.deliveries[0].attempt")).isEqualTo(2);
    }

    @Test
    void handsOverAgainWhatALostLeaseHeld() {
        // Given: a connector that is killed between the lease and its result
        receive(2);
        var lost = sender.lease();
        stored.leaseIsOver(integration);

        // When
        var again = sender.lease("wait=10");

        // Then
        assertThat(ids(again)).containsExactly("d-1");
        assertThat(again.getInt("[0].input.deliveries[0].attempt")).isEqualTo(2);
        sender.result(lost.getString("[0].id"), "{\"ok\": true, \"output\": {\"deliveries\": []}}").statusCode(409);
        sender.done(again, "{\"id\": \"d-1\", \"state\": \"mapped\"}");
        assertThat(ids(sender.lease())).containsExactly("d-2");
    }

    @Test
    void findsTheOneThatFailsByHalves() {
        // Given
        receive(8);
        var sizes = new ArrayList<Integer>();

        // When: any task with the third fails
        for (var task = sender.lease(); !task.getList("").isEmpty(); task = sender.lease()) {
            var ids = ids(task);
            sizes.add(ids.size());
            if (ids.contains("d-3")) {
                sender.result(task.getString("[0].id"), "{\"ok\": false, \"error\": \"It cannot be mapped.\"}").statusCode(204);
            } else {
                sender.done(task,
                        String.join(", ", ids.stream().map("{\"id\": \"%s\", \"state\": \"mapped\"}"::formatted).toList()));
            }
            stored.waitOver(integration);
        }

        // Then
        assertThat(states()).containsExactly("mapped", "mapped", "dead", "mapped", "mapped", "mapped", "mapped", "mapped");
        assertThat(stored.of(integration).get(2)).extracting(Stored::failures, Stored::error)
                .containsExactly(5, "It cannot be mapped.");
        assertThat(sizes).startsWith(8, 4, 2).hasSizeLessThan(14);
    }

    @Test
    void queuesTheDeadAgainWhenTheyComeAgain() {
        receive(1);
        for (int attempt = 1; attempt <= OutcomeRepository.MOST_FAILURES; attempt++) {
            sender.result(sender.lease().getString("[0].id"), "{\"ok\": false, \"error\": \"No.\"}").statusCode(204);
            stored.waitOver(integration);
        }
        assertThat(states()).containsExactly("dead");

        receive(1);

        assertThat(states()).containsExactly("pending");
        assertThat(ids(sender.lease())).containsExactly("d-1");
    }

    @Test
    void blamesNoDeliveryForATaskThatIsGivenBack() {
        receive(2);

        sender.release(sender.lease().getString("[0].id")).statusCode(204);

        assertThat(stored.of(integration)).allSatisfy(row -> assertThat(row.failures()).isZero());
        assertThat(sender.lease().getList("")).as("for a few seconds").isEmpty();
        stored.waitOver(integration);
        assertThat(ids(sender.lease())).containsExactly("d-1", "d-2");
    }

    @Test
    void putsAtMost200InOneTask() {
        receive(205);

        assertThat(ids(sender.lease())).hasSize(200);
        assertThat(ids(sender.lease())).hasSize(5);
    }

    @Test
    void keepsIntegrationsApart() {
        var other = sender.integration(Api.newTenant(), "acme/web");
        receive(1);
        sender.send("d-9", payload("acme/web")).statusCode(202);

        var tasks = sender.lease("wait=0&max=10");

        assertThat(tasks.<String> getList("integrationId")).containsExactlyInAnyOrder(integration, other);
        assertThat(tasks.<List<String>> getList("input.deliveries.id")).containsExactlyInAnyOrder(List.of("d-1"),
                List.of("d-9"));
    }

    private void receive(int count) {
        IntStream.rangeClosed(1, count).forEach(number -> sender.send("d-" + number, payload("acme/api")).statusCode(202));
    }

    private List<String> states() {
        return stored.of(integration).stream().map(Stored::state).toList();
    }
}
