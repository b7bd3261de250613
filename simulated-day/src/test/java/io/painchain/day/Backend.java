package io.painchain.day;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.coverage.CoverageView;

/** The backend as its users see it, without a key. */
final class Backend {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>; *rel=\"next\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;
    private final ObjectMapper json;

    Backend(URI api, ObjectMapper json) {
        this.api = api;
        this.json = json.copy().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** What is compared of an event. */
    record Stored(String externalId, String type, String status, Instant timestamp, Instant endTimestamp, Instant receivedAt,
            Instant updatedAt, Map<String, Object> data) {
    }

    void integrate(Map<String, Object> config) throws IOException, InterruptedException {
        integrate("github", config);
    }

    void integrate(String type, Map<String, Object> config) throws IOException, InterruptedException {
        byte[] body = json.writeValueAsBytes(Map.of("type", type, "name", "A day", "config", config));
        send(HttpRequest.newBuilder(URI.create(api + "/integrations")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body)), 201);
    }

    /** Removes what an earlier day left behind. */
    void clear() throws IOException, InterruptedException {
        JsonNode integrations = json.readTree(send(HttpRequest.newBuilder(URI.create(api + "/integrations")), 200).body());
        for (JsonNode integration : integrations) {
            send(HttpRequest.newBuilder(URI.create(api + "/integrations/" + integration.path("id").asText())).DELETE(), 204);
        }
    }

    /** The whole timeline, page by page. */
    List<Stored> events() throws IOException, InterruptedException {
        List<Stored> all = new ArrayList<>();
        URI next = URI.create(api + "/events?limit=500");
        while (next != null) {
            HttpResponse<byte[]> page = send(HttpRequest.newBuilder(next), 200);
            all.addAll(json.readValue(page.body(), new TypeReference<List<Stored>>() {
            }));
            Matcher link = NEXT.matcher(page.headers().firstValue("Link").orElse(""));
            next = link.find() ? next.resolve(link.group(1)) : null;
        }
        return all;
    }

    CoverageView coverage(Instant from, Instant to) throws IOException, InterruptedException {
        return json.readValue(
                send(HttpRequest.newBuilder(URI.create(api + "/coverage?from=" + from + "&to=" + to)), 200).body(),
                CoverageView.class);
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        return json.readTree(send(HttpRequest.newBuilder(URI.create(api + path)), 200).body());
    }

    JsonNode post(String path, Map<String, Object> body, int expected) throws IOException, InterruptedException {
        return json.readTree(send(HttpRequest.newBuilder(URI.create(api + path)).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body))), expected).body());
    }

    /** For what is answered only after the connector did something. */
    CompletableFuture<HttpResponse<byte[]>> later(String method, String path) {
        return client.sendAsync(HttpRequest.newBuilder(URI.create(api + path)).timeout(Duration.ofSeconds(30))
                .method(method, HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    JsonNode read(HttpResponse<byte[]> response) throws IOException {
        return json.readTree(response.body());
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != expected) {
            throw new AssertionError(response + ": " + new String(response.body(), StandardCharsets.UTF_8));
        }
        return response;
    }
}
