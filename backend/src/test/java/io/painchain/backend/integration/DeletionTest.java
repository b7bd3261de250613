package io.painchain.backend.integration;

import static io.painchain.backend.Api.as;
import static io.painchain.backend.Api.asConnector;
import static io.painchain.backend.Api.create;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.checkpoint.CheckpointRepository;
import io.painchain.model.event.Checkpoint;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DeletionTest {

    @Inject
    IntegrationRepository integrations;
    @Inject
    CheckpointRepository checkpoints;
    @Inject
    IntegrationDirectory directory;
    @Inject
    EventRemoval removal;
    @Inject
    EntityManager entities;

    String tenant;
    String id;
    IntegrationReference reference;

    @BeforeEach
    void anIntegrationWithAllThatBelongsToOne() {
        tenant = Api.newTenant();
        Api.register("git", IntegrationResourceTest.SCHEMA);
        id = create(tenant, IntegrationResourceTest.BODY).then().statusCode(201).extract().path("id");
        reference = integrations.ofTenant(tenant, UUID.fromString(id)).orElseThrow().reference();
        QuarkusTransaction.requiringNew()
                .run(() -> checkpoints.write(reference, List.of(new Checkpoint("acme/api", 0, Map.of()))));
        asConnector().body("""
                {"raw": {"n": 1}, "errors": [{"pointer": "/title", "detail": "no"}]}
                """).post("/api/integrations/" + id + "/rejected").then().statusCode(204);
        asConnector().body("""
                {"startedAt": "2026-11-20T10:00:00Z", "finishedAt": "2026-11-20T10:00:01Z", "status": "ok",
                 "repositories": [{"name": "acme/api", "status": "ok"}]}
                """).put("/api/integrations/" + id + "/sync").then().statusCode(204);
        asConnector().body("""
                {"title": "[PR] x", "connector": "git", "project": "acme/api", "timestamp": "2026-11-20T09:00:00Z",
                 "externalId": "pr-1", "asOf": "2026-11-20T09:00:00Z", "integrationId": "%s"}
                """.formatted(id)).post("/api/events").then().statusCode(201);
    }

    @Test
    void takesSecretsAndCheckpointsAtOnceAndLeavesEventsWithTheirName() {
        // When
        as(tenant).delete("/api/integrations/" + id).then().statusCode(204);

        // Then
        for (var table : List.of("integration_sync", "integration_repository", "checkpoint", "rejected_draft")) {
            assertThat(count("select count(*) from %s where integration_id = cast(:id as uuid)".formatted(table))).isZero();
        }
        assertThat(count("""
                select count(*) from integration
                where id = cast(:id as uuid) and secrets is null and config = '{}' and name = 'Production'""")).isOne();
        assertThat(directory.names(tenant, List.of(reference.id()))).containsEntry(reference.id(), "Production");
        as(tenant).get("/api/events").then().body("integrationName", contains("Production"));
        asConnector().body("{\"integrationId\": \"%s\", \"events\": []}".formatted(id)).post("/api/events/batch").then()
                .statusCode(404);
    }

    @Test
    void takesTheEventsTooWhereAskedFor() {
        as(tenant).delete("/api/integrations/" + id + "?events=delete").then().statusCode(204);

        as(tenant).get("/api/events").then().statusCode(200).body("", empty());
        assertThat(integrations.withEventsToRemove()).extracting(IntegrationReference::id).doesNotContain(reference.id());
    }

    @Test
    void finishesRemovingEventsThatACrashLeft() {
        // Given
        as(tenant).delete("/api/integrations/" + id).then().statusCode(204);
        QuarkusTransaction.requiringNew().run(() -> entities.createNativeQuery(
                "update integration set events_doomed = true where id = cast(:id as uuid)").setParameter("id", id)
                .executeUpdate());

        // When
        removal.resume();

        // Then
        as(tenant).get("/api/events").then().body("", empty());
        assertThat(integrations.withEventsToRemove()).extracting(IntegrationReference::id).doesNotContain(reference.id());
    }

    @Test
    void waitsForWhoWritesWhatBelongsToTheIntegration() throws Exception {
        // Given
        var held = new CountDownLatch(1);
        var deleting = new CountDownLatch(1);
        var writer = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew().run(() -> {
            directory.hold(reference);
            held.countDown();
            awaitUninterruptibly(deleting);
            checkpoints.write(reference, List.of(new Checkpoint("acme/late", 0, Map.of())));
        }));
        held.await(10, TimeUnit.SECONDS);

        // When
        var deletion = CompletableFuture.supplyAsync(() -> {
            deleting.countDown();
            return as(tenant).delete("/api/integrations/" + id).statusCode();
        });

        // Then
        writer.get(20, TimeUnit.SECONDS);
        assertThat(deletion.get(20, TimeUnit.SECONDS)).isEqualTo(204);
        assertThat(count("select count(*) from checkpoint where integration_id = cast(:id as uuid)")).isZero();
    }

    @Test
    void isTheUsersWordAlsoForConnectors() {
        as(tenant).delete("/api/integrations/" + id).then().statusCode(204);

        asConnector().get("/api/integrations/" + id).then().statusCode(404).body("type", equalTo("/problems/not-found"));
    }

    private long count(String statement) {
        return QuarkusTransaction.requiringNew().call(() -> ((Number) entities.createNativeQuery(statement)
                .setParameter("id", id).getSingleResult()).longValue());
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
