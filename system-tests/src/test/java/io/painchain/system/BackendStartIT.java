package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the packaged backend starts, refuses to, ends, saves its data and brings it back. */
class BackendStartIT {

    private static final Path JAR = Path.of("../backend/target/quarkus-app/quarkus-run.jar").toAbsolutePath().normalize();

    @TempDir
    private Path folder;

    @Test
    void endsWithOneSentenceWhereNoDatabaseIsConfigured() {
        var backend = start("no database", Map.of("PAINCHAIN_DATABASE_EMBEDDED", "false"));

        assertThat(backend.exitCode()).isEqualTo(3);
        assertThat(backend.log().lines()).singleElement().asString()
                .startsWith("painchain: No database is configured: set QUARKUS_DATASOURCE_JDBC_URL");
    }

    @Test
    void givesUpOnADatabaseThatDoesNotComeUp() {
        var address = "127.0.0.1:" + FreePort.find();
        var backend = start("away", Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://" + address + "/painchain",
                "QUARKUS_DATASOURCE_USERNAME", "painchain",
                "QUARKUS_DATASOURCE_PASSWORD", "sesame-open-0123",
                "PAINCHAIN_DATABASE_WAIT", "3s"));

        assertThat(backend.exitCode()).isEqualTo(4);
        assertThat(backend.log()).contains("Waiting for the database painchain@jdbc:postgresql://" + address)
                .contains("was not reachable within 3 s").doesNotContain("sesame");
    }

    @Test
    void refusesASecondBackendAndEndsItsDatabaseWithItself() {
        try (var installation = new Installation().startBackend()) {
            var data = installation.folder.resolve("data");

            var second = start("second", Map.of("PAINCHAIN_DATA", data.toString()));
            assertThat(second.exitCode()).isEqualTo(5);
            assertThat(second.log()).isEqualTo(
                    "painchain: Another PainChain backend (process %d) already uses the data folder %s: end it first, or set PAINCHAIN_DATA to another folder.\n"
                            .formatted(installation.backend().pid(), data));
            installation.api().get("/q/health/ready").then().statusCode(200);

            installation.backend().terminate();
            assertThat(data.resolve("database/data/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void tellsWithinFiveSecondsThatItsDatabaseIsFrozen() throws IOException {
        try (var installation = new Installation().startBackend()) {
            installation.api().get("/api/events").then().statusCode(200);
            var server = server(installation.folder.resolve("data"));

            signal("-STOP", server);
            try {
                installation.api().get("/api/events").then().statusCode(503)
                        .header("Retry-After", notNullValue())
                        .body("type", equalTo("/problems/unavailable"))
                        .time(lessThan(5_500L));
                installation.api().get("/q/health/live").then().statusCode(200);
            } finally {
                signal("-CONT", server);
            }

            await().atMost(Patience.PROCESS)
                    .untilAsserted(() -> installation.api().get("/api/events").then().statusCode(200));
        }
    }

    @Test
    void savesEverythingWhileItRunsAndBringsItBackElsewhere() {
        var file = folder.resolve("backup.zip").toString();
        var elsewhere = folder.resolve("elsewhere");
        String integration;
        try (var installation = new Installation().startBackend()) {
            registerType(installation);
            integration = installation.api().body("""
                    {"type": "vault", "name": "Saved", "config": {"token": "0123456789abcdef-secret"}}""")
                    .post("/api/integrations").then().statusCode(201).extract().path("id");
            installation.api().body("""
                    {"title": "back\\\\slash \\\\N é😀", "connector": "script", "project": "acme/api",
                     "timestamp": "2026-01-01T00:00:00Z", "data": {"a": [1, null, "tab\\t line\\n"]}}""")
                    .post("/api/events").then().statusCode(201);

            var backup = command(installation.folder.resolve("data"), "backup", file);
            assertThat(backup.exitCode()).as(backup.log()).isZero();
        }

        var restore = command(elsewhere, "restore", file);
        assertThat(restore.exitCode()).as(restore.log()).isZero();

        try (var restored = new Installation().with(Map.of("PAINCHAIN_DATA", elsewhere.toString())).startBackend()) {
            var event = restored.api().get("/api/events").then().body("size()", equalTo(1)).extract().jsonPath();
            assertThat(event.getString("[0].title")).isEqualTo("back\\slash \\N é😀");
            assertThat(event.getList("[0].data.a")).isEqualTo(Arrays.asList(1, null, "tab\t line\n"));
            restored.asConnector().get("/api/integrations/" + integration).then().statusCode(200)
                    .body("config.token", equalTo("0123456789abcdef-secret"));

            assertThat(command(elsewhere, "restore", file, "--replace").exitCode()).isEqualTo(5);
        }
    }

    private static void registerType(Installation installation) {
        installation.asConnector().body("""
                {"id": "vault", "displayName": "Vault", "color": "#123456", "configSchema": {
                 "type": "object", "properties": {"token": {"type": "string", "writeOnly": true}}}, "eventTypes": {}}""")
                .put("/api/connectors/vault").then().statusCode(204);
    }

    private PackagedProcess start(String name, Map<String, String> environment) {
        var all = new HashMap<>(environment);
        all.putIfAbsent("PAINCHAIN_DATA", folder.resolve("data").toString());
        all.put("QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()));
        return PackagedProcess.start("backend", all, folder.resolve(name + ".log"));
    }

    private PackagedProcess command(Path data, String... arguments) {
        var command = new ArrayList<>(List.of(PackagedProcess.java(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return PackagedProcess.start(command,
                Map.of("PAINCHAIN_DATA", data.toString(), "PAINCHAIN_DATABASE_EMBEDDED_PROGRAMS",
                        Installation.PROGRAMS.toString()),
                folder.resolve(arguments[0] + arguments.length + ".log"));
    }

    /** The server and all its children. */
    private static List<ProcessHandle> server(Path data) throws IOException {
        var pid = Long.parseLong(Files.readAllLines(data.resolve("database/data/postmaster.pid")).get(0));
        var server = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(server), server.descendants()).toList();
    }

    private static void signal(String signal, List<ProcessHandle> processes) throws IOException {
        var command = new ArrayList<>(List.of("kill", signal));
        processes.forEach(process -> command.add(Long.toString(process.pid())));
        var kill = new ProcessBuilder(command).inheritIO().start();
        assertThat(kill.onExit().join().exitValue()).isZero();
    }
}
