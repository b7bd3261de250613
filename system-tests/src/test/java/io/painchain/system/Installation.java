package io.painchain.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.TokenGrant;
import io.restassured.specification.RequestSpecification;

/**
 * PainChain as it is installed: the packaged backend on its own data folder, the packaged connector, and a GitHub that the
 * test scripts. What is started here ends with it.
 */
final class Installation implements AutoCloseable {

    static final String CONNECTOR_KEY = "system-tests-connector-key-0123456789";

    private static final String TOKEN_PREFIX = "ghp_systemtests";

    static final Path PROGRAMS = Path.of("target", "postgresql").toAbsolutePath();

    final Path folder;
    final GitHubSimulator github;

    private final AtomicInteger tokens = new AtomicInteger();
    private final int port = FreePort.find();
    private final Map<String, String> backendEnvironment = new HashMap<>();
    private final List<PackagedProcess> connectors = new ArrayList<>();
    private final List<Integer> connectorPorts = new ArrayList<>();
    private PackagedProcess backend;

    Installation() {
        try {
            folder = Files.createTempDirectory("painchain-system-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        github = GitHubSimulator.start(SimulatorConfig.of(Clock.systemUTC()));
        backendEnvironment.put("PAINCHAIN_DATA", folder.resolve("data").toString());
        backendEnvironment.put("PAINCHAIN_DATABASE_EMBEDDED_PROGRAMS", PROGRAMS.toString());
        backendEnvironment.put("PAINCHAIN_CONNECTOR_KEY", CONNECTOR_KEY);
        // Some of the tests' events are of fixed days, which go on getting older.
        backendEnvironment.put("PAINCHAIN_RETENTION_MONTHS", "1200");
        // These tests compare whole timelines with what a provider did.
        backendEnvironment.put("PAINCHAIN_OWN_EVENTS", "false");
        backendEnvironment.put("QUARKUS_HTTP_PORT", Integer.toString(port));
    }

    /** Takes another database than the embedded one, or any other setting; before the backend starts. */
    Installation with(Map<String, String> environment) {
        backendEnvironment.putAll(environment);
        return this;
    }

    Installation startBackend() {
        backend = PackagedProcess.start("backend", backendEnvironment, folder.resolve("backend.log"));
        awaitBackend();
        return this;
    }

    void awaitBackend() {
        await("backend").atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .failFast("the backend ended:\n" + tail(backend.log()), () -> !backend.isAlive())
                .until(() -> given().baseUri(uri().toString()).get("/q/health/ready").statusCode() == 200);
    }

    /** A connector that speaks to the backend directly. */
    PackagedProcess startConnector() {
        return startConnector(uri());
    }

    /** @param backendUri where the connector finds the backend: itself, or a gate before it */
    PackagedProcess startConnector(URI backendUri) {
        return startConnector("github", backendUri, Map.of("PAINCHAIN_GITHUB_API_URL", github.enterpriseUri().toString()));
    }

    /** @param settings of the environment, beside what every connector is given */
    PackagedProcess startConnector(String type, URI backendUri, Map<String, String> settings) {
        return start(type, type, backendUri, settings);
    }

    private PackagedProcess start(String name, String type, URI backendUri, Map<String, String> settings) {
        var environment = new HashMap<>(settings);
        environment.put("BACKEND_API_URL", backendUri + "/api");
        environment.put("POLLING_INTERVAL", "1");
        environment.put("PAINCHAIN_CONNECTOR_KEY", CONNECTOR_KEY);
        var connectorPort = FreePort.find();
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(connectorPort));
        // One that was killed is followed by itself, as on a machine of its own.
        environment.put("PAINCHAIN_WORKER_ID",
                "worker-" + connectors.stream().filter(PackagedProcess::isAlive).count());
        var connector = PackagedProcess.start(name + "-connector", environment,
                folder.resolve("connector-" + connectors.size() + ".log"));
        connectors.add(connector);
        connectorPorts.add(connectorPort);
        awaitRegistration(type, connector);
        return connector;
    }

    /** The connector of senders that only push. */
    PackagedProcess startSenders() {
        return start("webhook", "jenkins", uri(), Map.of());
    }

    private void awaitRegistration(String type, PackagedProcess connector) {
        await("connector").atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(100)).ignoreExceptions()
                .failFast("the connector ended:\n" + tail(connector.log()), () -> !connector.isAlive())
                .until(() -> !api().get("/api/connectors/metadata").jsonPath()
                        .getList("findAll { it.id == '" + type + "' }").isEmpty());
    }

    /** What Prometheus gets of the first connector. */
    String scrape() {
        return given().baseUri("http://127.0.0.1:" + connectorPorts.get(0)).get("/q/metrics").then().statusCode(200).extract()
                .asString();
    }

    /** The process that PostgreSQL's others are children of. */
    long databaseServer() {
        try {
            return Long.parseLong(Files.readAllLines(folder.resolve("data/database/data/postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    PackagedProcess backend() {
        return backend;
    }

    int port() {
        return port;
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** An anonymous caller of the self-hosted tenant. */
    RequestSpecification api() {
        return given().baseUri(uri().toString()).contentType("application/json");
    }

    RequestSpecification asConnector() {
        return api().header("Authorization", "Bearer " + CONNECTOR_KEY);
    }

    Timeline timeline() {
        return new Timeline(this::api);
    }

    Timeline timeline(String tenant) {
        return new Timeline(() -> api().header("x-tenant-id", tenant));
    }

    /** An integration over the simulated GitHub that has been read once; its id. */
    String integrate(RequestSpecification caller, String name, String... repositories) {
        // A token of its own, so that integrations polled every second do not wait for each other's share of GitHub's limits.
        var token = (TOKEN_PREFIX + "%020d").formatted(tokens.incrementAndGet());
        github.tokens().add(TokenGrant.classic(token, "octo-admin"));
        return integrate(caller, "github", name, Map.of("token", token, "apiUrl", github.enterpriseUri().toString(),
                "repositories", List.of(repositories)));
    }

    /** The same over any provider. */
    String integrate(RequestSpecification caller, String type, String name, Map<String, Object> config) {
        String integration = caller.body(Map.of("type", type, "name", name, "config", config)).post("/api/integrations").then()
                .statusCode(201).extract().path("id");
        await("first sync").atMost(Patience.PROCESS).until(() -> asConnector()
                .get("/api/integrations/" + integration).jsonPath().getString("lastSync") != null);
        return integration;
    }

    /** What the logs say last; for the message of a test that fails. */
    String logs() {
        var text = new StringBuilder("--- backend\n").append(tail(backend.log()));
        connectors.forEach(connector -> text.append("--- connector\n").append(tail(connector.log())));
        return text.toString();
    }

    /** Neither the backend nor a connector writes down what it was given to get in anywhere. */
    void hasNoSecretInItsLogs(String... others) {
        var processes = new ArrayList<>(connectors);
        processes.add(backend);
        var secrets = new ArrayList<>(List.of(CONNECTOR_KEY, TOKEN_PREFIX));
        secrets.addAll(List.of(others));
        assertThat(processes).allSatisfy(process -> assertThat(process.log()).isNotBlank().doesNotContain(secrets));
    }

    private static String tail(String log) {
        var lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size())) + "\n";
    }

    @Override
    public void close() {
        connectors.forEach(PackagedProcess::close);
        if (backend != null) {
            backend.close();
        }
        github.close();
    }
}
