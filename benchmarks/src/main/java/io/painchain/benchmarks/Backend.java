package io.painchain.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The backend that is measured, for one tenant. */
public record Backend(HttpClient client, String url, String tenant) {

    public static Backend at(String url, String tenant) {
        return new Backend(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5)).build(), url, tenant);
    }

    /** The sample events are of fixed days, which go on getting older. */
    public Backend keepingOldEvents() throws IOException, InterruptedException {
        send(request("/api/retention").header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("{\"months\": 120}")));
        return this;
    }

    public String post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)));
    }

    public String get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    /** As a connector does it: what is refused for the moment is sent again. */
    public String postUntilTaken(String path, String body) throws IOException, InterruptedException {
        return untilAnswered(() -> post(path, body));
    }

    public String getUntilAnswered(String path) throws IOException, InterruptedException {
        return untilAnswered(() -> get(path));
    }

    @FunctionalInterface
    private interface Exchange {
        String answer() throws IOException, InterruptedException;
    }

    private static String untilAnswered(Exchange exchange) throws IOException, InterruptedException {
        for (int attempt = 1;; attempt++) {
            try {
                return exchange.answer();
            } catch (IOException e) {
                if (attempt == 10) {
                    throw e;
                }
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("x-tenant-id", tenant)
                .timeout(Duration.ofMinutes(1));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        var response = client.send(request.build(), BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IOException("Status " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }
}
