package io.painchain.connector.backend;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.RejectedRecord;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RateLimitReport;
import io.painchain.model.integration.SyncReport;

/** The backend's API as the connector principal sees it. */
public final class BackendClient {

    private static final TypeReference<List<IntegrationView>> INTEGRATIONS = new TypeReference<>() {
    };
    private static final TypeReference<List<Checkpoint>> CHECKPOINTS = new TypeReference<>() {
    };

    private final HttpTransport transport;
    private final URI api;
    private final String key;
    private final AtomicReference<String> assignment;

    public BackendClient(HttpTransport transport, URI api, String key) {
        this(transport, URI.create(api.toString().replaceAll("/+$", "")), key, new AtomicReference<>());
    }

    private BackendClient(HttpTransport transport, URI api, String key, AtomicReference<String> assignment) {
        this.transport = transport;
        this.api = api;
        this.key = key;
        this.assignment = assignment;
    }

    /** The same backend by another transport, with another deadline. */
    public BackendClient over(HttpTransport other) {
        return new BackendClient(other, api, key, assignment);
    }

    public void register(ConnectorType type) {
        send("PUT", url("/connectors/" + type.id()), ContractJson.bytes(type));
    }

    /** The enabled integrations of all tenants that are this worker's; the call is the worker's sign of life. */
    public List<IntegrationView> integrations(String type, String worker) {
        return list(url("/integrations?type=" + encode(type) + "&worker=" + encode(worker)), INTEGRATIONS);
    }

    /** The worker ends: others take its share at once instead of after having heard nothing of it for a while. */
    public void leave(String type, String worker) {
        send("DELETE", url("/connectors/" + encode(type) + "/workers/" + encode(worker)), null);
    }

    /** Which division of the integrations among the workers the backend's last answer was of; {@code null}: it did not say. */
    public String assignment() {
        return assignment.get();
    }

    public List<Checkpoint> checkpoints(String integrationId) {
        return list(url("/integrations/" + encode(integrationId) + "/checkpoints"), CHECKPOINTS);
    }

    /** @param batch an {@code EventBatch} as JSON */
    public BatchResult post(byte[] batch) {
        return read(send("POST", url("/events/batch"), batch), new TypeReference<BatchResult>() {
        });
    }

    public void setAside(String integrationId, RejectedRecord record) {
        send("POST", url("/integrations/" + encode(integrationId) + "/rejected"), ContractJson.bytes(record));
    }

    public void report(String integrationId, SyncReport report) {
        send("PUT", url("/integrations/" + encode(integrationId) + "/sync"), ContractJson.bytes(report));
    }

    public void track(RateLimitReport report) {
        send("POST", url("/v1/rate-limits/track"), ContractJson.bytes(report));
    }

    private <T> List<T> list(URI first, TypeReference<List<T>> type) {
        List<T> all = new ArrayList<>();
        URI page = first;
        while (page != null) {
            HttpAnswer answer = send("GET", page, null);
            all.addAll(read(answer, type));
            page = answer.next().map(this::ownPage).orElse(null);
        }
        return all;
    }

    /** A link names the address as the backend sees itself; behind a proxy that is another, so only path and query count. */
    private URI ownPage(URI link) {
        return api.resolve(link.getRawPath() + (link.getRawQuery() == null ? "" : "?" + link.getRawQuery()));
    }

    HttpAnswer send(String method, URI url, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Authorization", "Bearer " + key)
                .header("Accept", "application/json, application/problem+json").method(method,
                        body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            HttpAnswer answer = transport.send(request);
            answer.header("x-assignment-version").ifPresent(assignment::set);
            if (answer.status() >= 200 && answer.status() < 300) {
                return answer;
            }
            throw refusal(method, answer);
        } catch (TransportException e) {
            throw new BackendException(e.reason() == Reason.STOPPING ? Kind.STOPPING : Kind.UNAVAILABLE,
                    "The backend cannot be reached: " + e.getMessage(), null, e);
        }
    }

    private static BackendException refusal(String method, HttpAnswer answer) {
        String problem = problem(answer);
        String message = method + " " + answer.url().getPath() + " answered " + answer.status() + " " + problem;
        Duration retryAfter = answer.header("retry-after").filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(null);
        Kind kind = switch (answer.status()) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 410 -> Kind.GONE;
            case 413 -> Kind.TOO_LARGE;
            case 408, 429 -> Kind.UNAVAILABLE;
            default -> answer.status() >= 500 ? Kind.UNAVAILABLE : Kind.REFUSED;
        };
        return new BackendException(problem.contains("unknown-connector-type") ? Kind.UNKNOWN_TYPE : kind, message, retryAfter,
                null);
    }

    private static String problem(HttpAnswer answer) {
        try {
            JsonNode problem = ContractJson.MAPPER.readTree(answer.body());
            return problem.path("type").asText("") + " " + problem.path("detail").asText(problem.path("title").asText(""));
        } catch (IOException e) {
            return "";
        }
    }

    static <T> T read(HttpAnswer answer, TypeReference<T> type) {
        try {
            return ContractJson.MAPPER.readValue(answer.body(), type);
        } catch (IOException e) {
            throw new BackendException(Kind.UNAVAILABLE, answer.url().getPath() + " gave unreadable JSON", null, e);
        }
    }

    URI url(String path) {
        return URI.create(api + path);
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
