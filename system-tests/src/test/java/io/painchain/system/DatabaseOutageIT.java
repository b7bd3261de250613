package io.painchain.system;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** A database of one's own that goes away and comes back, under a backend and a connector that go on running. */
class DatabaseOutageIT {

    private static final String NAME = "acme/outage";

    private final int port = FreePort.find();

    @TempDir
    private Path folder;

    @Test
    void whatHappensWhileTheDatabaseIsAwayArrivesAfterwards() throws IOException {
        var database = startDatabase();
        try (var installation = new Installation().with(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + port + "/postgres",
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres"))) {
            installation.github.api().pollInterval(1);
            installation.startBackend().startConnector();
            var repository = installation.github.world().createRepository(NAME);
            installation.integrate(installation.api(), "Outage", NAME);
            repository.issues().open(new NewIssue("Before"), By.user("mia"));
            Arrivals.awaitExactly(installation.timeline(), "project=" + NAME,
                    ExpectedEvents.of(repository, NAME, Instant.EPOCH));

            database.close();
            repository.issues().open(new NewIssue("Meanwhile"), By.user("mia"));
            await().atMost(Patience.PROCESS).untilAsserted(() -> installation.api().get("/api/events").then()
                    .statusCode(503)
                    .contentType("application/problem+json")
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("/problems/unavailable"))
                    .time(lessThan(5_000L)));
            installation.api().get("/q/health/live").then().statusCode(200);
            installation.api().get("/q/health/ready").then().statusCode(503);
            database = startDatabase();

            Arrivals.awaitExactly(installation.timeline(), "project=" + NAME,
                    ExpectedEvents.of(repository, NAME, Instant.EPOCH));
        } finally {
            database.close();
        }
    }

    private EmbeddedPostgres startDatabase() throws IOException {
        return EmbeddedPostgres.builder().setPort(port).setDataDirectory(folder.resolve("data")).setCleanDataDirectory(false)
                .setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on").start();
    }
}
