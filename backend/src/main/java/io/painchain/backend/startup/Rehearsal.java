package io.painchain.backend.startup;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.runtime.QuarkusApplication;

/**
 * Asks the started server for what is asked most, and ends. The JVM that runs it writes down which classes that took, so that
 * later starts find them prepared.
 */
@Singleton
public class Rehearsal implements QuarkusApplication {

    private static final int ROUNDS = 10;
    private static final int EVENTS = 50;
    private static final String TENANT = "rehearsal";
    private static final List<String> PATHS = List.of("/q/health/ready", "/q/metrics", "/api/timeline", "/api/timeline?limit=5",
            "/api/events?q=rehearsal", "/api/events?tag=production&status=success", "/api/events?type=deployment&author=mia",
            "/api/events?project=acme/payments", "/api/stats", "/api/projects", "/api/tags", "/api/teams",
            "/api/integrations", "/api/connectors", "/api/connectors/metadata", "/api/system", "/api/retention");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Override
    public int run(String... arguments) throws IOException, InterruptedException {
        ask("http://127.0.0.1:" + ConfigProvider.getConfig().getValue("quarkus.http.port", Integer.class));
        return 0;
    }

    void ask(String address) throws IOException, InterruptedException {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        for (int round = 0; round < ROUNDS; round++) {
            post(address + "/api/events/batch", batch(round, now));
            post(address + "/api/events", event(round * EVENTS, now));
            for (String path : PATHS) {
                send(request(address + path).GET());
            }
        }
    }

    private void post(String address, String body) throws IOException, InterruptedException {
        send(request(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("x-tenant-id", TENANT)
                .header("Accept-Encoding", "gzip");
    }

    private void send(HttpRequest.Builder builder) throws IOException, InterruptedException {
        var request = builder.build();
        var response = client.send(request, BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("%s %s: status %d".formatted(request.method(), request.uri(), response.statusCode()));
        }
    }

    private static String batch(int round, Instant now) {
        return IntStream.range(1, EVENTS).mapToObj(number -> event(round * EVENTS + number, now))
                .collect(Collectors.joining(",", "{\"events\":[", "]}"));
    }

    private static String event(int number, Instant now) {
        return """
                {"title": "[Deploy] rehearsal %d", "connector": "script", "project": "acme/payments", "type": "deployment",
                 "timestamp": "%s", "externalId": "rehearsal-%d", "status": "success", "author": "mia",
                 "description": "Nothing happened", "tags": ["production"], "entity": "deployment:acme/payments#%d",
                 "correlationKeys": ["commit:acme/payments@a1b2c3d"], "data": {"number": %d, "list": [1, null, "two"]}}"""
                .formatted(number, now.minusSeconds(number), number, number, number);
    }
}
