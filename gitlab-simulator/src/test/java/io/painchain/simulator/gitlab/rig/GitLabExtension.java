package io.painchain.simulator.gitlab.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.time.SettableClock;

/** A simulator for each test, with the project acme/shop/web and a clock that stands still; asked over HTTP. */
public final class GitLabExtension implements BeforeEachCallback, AfterEachCallback {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final UnaryOperator<GitLabConfig> config;
    private GitLabSimulator simulator;
    private SettableClock clock;
    private Project project;

    public GitLabExtension() {
        this(plain -> plain);
    }

    public GitLabExtension(UnaryOperator<GitLabConfig> config) {
        this.config = config;
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        clock = new SettableClock(NOW);
        simulator = GitLabSimulator.start(config.apply(GitLabConfig.of(clock)));
        project = simulator.world().createProject("acme/shop/web");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }

    public GitLabSimulator simulator() {
        return simulator;
    }

    public Project project() {
        return project;
    }

    public SettableClock clock() {
        return clock;
    }

    public void later(Duration duration) {
        clock.tick(duration);
    }

    /** A path below {@code /api/v4}, or a whole address. */
    public Reply get(String path, String... headers) {
        return as(GitLabConfig.TOKEN, path, headers);
    }

    /** A path below the project. */
    public Reply ofProject(String path, String... headers) {
        return get("/projects/" + project.id() + path, headers);
    }

    public Reply as(String token, String path, String... headers) {
        String address = path.startsWith("http") ? path : simulator.uri() + "/api/v4" + path;
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("PRIVATE-TOKEN", token);
        }
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Reply query(String query) {
        String body = "{\"query\":\"" + query.replace("\"", "\\\"").replace("\n", " ") + "\"}";
        return post(simulator.uri() + "/api/graphql", body);
    }

    public Reply script(String method, String path, String body) {
        return send(HttpRequest.newBuilder(URI.create(simulator.origin() + "/_sim" + path)).method(method,
                HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Reply post(String address, String body) {
        return send(HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + GitLabConfig.TOKEN)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
