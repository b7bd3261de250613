package io.painchain.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.restassured.specification.RequestSpecification;

/** Where keys are asked for: the README's examples, and two backends on one database. */
class KeysModeIT {

    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Pattern KEY = Pattern.compile("pck_[0-9A-Za-z]{36}");
    private static final Pattern SHELL_BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Path JAR = Path.of("..", "backend/target/quarkus-app/quarkus-run.jar");

    @TempDir
    private static Path folder;

    private static Installation first;
    private static PackagedProcess second;
    private static int secondPort;

    @BeforeAll
    static void startTwoBackends() throws IOException {
        // The launcher builds what is older than its sources, which is no matter of this test.
        Files.setLastModifiedTime(JAR, FileTime.from(Instant.now()));
        first = new Installation().with(Map.of("PAINCHAIN_AUTH", "keys")).startBackend();
        secondPort = FreePort.find();
        var database = first.folder.resolve("data/database");
        second = PackagedProcess.start("backend", Map.of("PAINCHAIN_AUTH", "keys",
                "PAINCHAIN_DATA", folder.resolve("second").toString(),
                "PAINCHAIN_CONNECTOR_KEY", Installation.CONNECTOR_KEY, "QUARKUS_HTTP_PORT", Integer.toString(secondPort),
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:%s/painchain".formatted(
                        Files.readAllLines(database.resolve("data/postmaster.pid")).get(3).strip()),
                "QUARKUS_DATASOURCE_USERNAME", "painchain",
                "QUARKUS_DATASOURCE_PASSWORD", Files.readString(database.resolve("password")).strip()),
                folder.resolve("second.log"));
        await("second backend").atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .failFast(() -> assertThat(second.isAlive()).as(second::log).isTrue())
                .until(() -> given().get("http://127.0.0.1:" + secondPort + "/q/health/ready").statusCode() == 200);
    }

    @AfterAll
    static void end() {
        if (second != null) {
            second.close();
        }
        first.close();
    }

    @Test
    void everyCurlExampleOfKeysWorksAsItStandsThere() throws IOException {
        // Given
        var readme = Files.readString(Path.of("..", "README.md"));
        int begin = readme.indexOf("\n### Keys\n");
        var section = readme.substring(begin, readme.indexOf("\n##", begin + 1));
        var examples = SHELL_BLOCK.matcher(section).results().map(match -> match.group(1)).toList();
        assertThat(examples).hasSizeGreaterThan(1);
        var script = String.join("\n", examples);
        assertThat(script).contains("create-key", "curl ");

        // When
        var log = run(script.replace("localhost:8000", "localhost:" + first.port())
                .replaceAll("(?m)^curl ", "curl -sS --fail-with-body "));

        // Then
        assertThat(log).contains("\"tenantId\":\"acme\"", "\"role\":\"owner\"", "\"name\":\"build server\"");
    }

    @Test
    void whatOneBackendRevokesOrSuspendsTheOtherRefusesWithinTwoSeconds() throws Exception {
        // Given
        var operator = KEY.matcher(run("./painchain create-key --role operator")).results().findFirst().orElseThrow().group();
        var created = with(first.port(), operator).header("x-tenant-id", "globex")
                .body("{\"name\": \"ci\", \"role\": \"viewer\"}").post("/api/keys").then().statusCode(201).extract();
        var revoked = created.<String> path("key");
        var suspended = with(first.port(), operator).header("x-tenant-id", "globex")
                .body("{\"name\": \"screen\", \"role\": \"owner\"}").post("/api/keys").then().statusCode(201).extract()
                .<String> path("key");
        with(secondPort, revoked).get("/api/me").then().statusCode(200);
        var streamOfRevoked = stream(revoked);
        var streamOfSuspended = stream(suspended);

        // When
        with(first.port(), operator).header("x-tenant-id", "globex").delete("/api/keys/" + created.path("stored.id")).then()
                .statusCode(204);
        // Then
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(
                () -> with(secondPort, revoked).get("/api/me").then().statusCode(401));
        await().atMost(SOON).until(streamOfRevoked::isDone);
        assertThat(streamOfSuspended).isNotDone();

        // When
        with(first.port(), operator).put("/api/tenants/globex/suspension").then().statusCode(200);
        // Then
        await().atMost(SOON).pollInterval(Duration.ofMillis(20)).untilAsserted(
                () -> with(secondPort, suspended).get("/api/events").then().statusCode(403));
        await().atMost(SOON).until(streamOfSuspended::isDone);
    }

    /** Ends when the stream does. */
    private static CompletableFuture<Void> stream(String key) throws IOException, InterruptedException {
        var response = HttpClient.newHttpClient().send(HttpRequest
                .newBuilder(URI.create("http://127.0.0.1:" + secondPort + "/api/events/stream"))
                .header("Authorization", "Bearer " + key).header("Accept", "text/event-stream").build(),
                BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return CompletableFuture.runAsync(() -> drain(response.body()));
    }

    private static void drain(InputStream body) {
        try (body) {
            body.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException e) {
            // closed, which is an end too
        }
    }

    private static RequestSpecification with(int port, String key) {
        return given().baseUri("http://127.0.0.1:" + port).contentType("application/json")
                .header("Authorization", "Bearer " + key);
    }

    /** What it wrote. */
    private static String run(String script) throws IOException {
        var log = Files.createTempFile(folder, "shell", ".log");
        try (var shell = PackagedProcess.start(List.of("sh", "-ec", script), Map.of("PAINCHAIN_DATA",
                first.folder.resolve("data").toString(), "PAINCHAIN_DATABASE_EMBEDDED_PROGRAMS",
                Installation.PROGRAMS.toString()), log)) {
            assertThat(shell.exitCode()).as(() -> shell.log()).isZero();
            return shell.log();
        }
    }
}
