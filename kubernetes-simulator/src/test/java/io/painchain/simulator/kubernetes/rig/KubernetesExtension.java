package io.painchain.simulator.kubernetes.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.kubernetes.KubernetesConfig;
import io.painchain.simulator.kubernetes.KubernetesSimulator;
import io.painchain.simulator.kubernetes.store.Ref;
import io.painchain.simulator.kubernetes.store.Writer;
import io.painchain.simulator.time.SettableClock;

/** A simulator for each test, with an empty cluster and a clock that stands still; asked over HTTP. */
public final class KubernetesExtension implements BeforeEachCallback, AfterEachCallback {

    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    public static final String METADATA = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private KubernetesSimulator simulator;
    private SettableClock clock;

    @Override
    public void beforeEach(ExtensionContext context) {
        clock = new SettableClock(NOW);
        simulator = KubernetesSimulator.start(KubernetesConfig.of(clock));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        simulator.close();
    }

    public KubernetesSimulator simulator() {
        return simulator;
    }

    public void later(Duration duration) {
        clock.tick(duration);
    }

    /** Writes a ConfigMap with one key. */
    public ObjectNode configMap(String name, String value) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("metadata").putObject("labels").put("app", name);
        object.putObject("data").put("key", value);
        return simulator.store().put(ref(name), object, Writer.update("kubectl"));
    }

    public void deleteConfigMap(String name) {
        simulator.store().delete(ref(name));
    }

    private Ref ref(String name) {
        return new Ref(simulator.store().types().kind("ConfigMap"), "prod", name);
    }

    public Reply get(String path, String... headers) {
        return as(KubernetesConfig.TOKEN, path, headers);
    }

    public Reply as(String token, String path, String... headers) {
        return send(request(token, path, headers));
    }

    public Reply post(String path, String body) {
        return send(request(KubernetesConfig.TOKEN, path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    public OpenWatch watch(String path, String... headers) {
        return new OpenWatch(send(request(KubernetesConfig.TOKEN, path, headers),
                HttpResponse.BodyHandlers.ofInputStream()).body());
    }

    public Reply script(String method, String path, String body) {
        return send(request(null, "/_sim" + path).method(method, HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String token, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulator.origin() + path))
                .timeout(Duration.ofSeconds(20));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static Reply send(HttpRequest.Builder request) {
        HttpResponse<String> response = send(request, HttpResponse.BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.headers(), response.body());
    }

    private static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
        try {
            return HTTP.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
