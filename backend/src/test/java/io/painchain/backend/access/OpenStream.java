package io.painchain.backend.access;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

import io.restassured.RestAssured;

/** A stream of events as a key opens it: what came, and whether it has ended. */
public final class OpenStream {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final StringBuffer received = new StringBuffer();
    private volatile boolean ended;

    private OpenStream(InputStream body) {
        var reader = new Thread(() -> read(body), "stream-of-the-test");
        reader.setDaemon(true);
        reader.start();
    }

    public static OpenStream with(String key) throws IOException, InterruptedException {
        return withHeader("Authorization", "Bearer " + key);
    }

    public static OpenStream withHeader(String name, String value) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/events/stream"))
                .header(name, value).header("Accept", "text/event-stream").build();
        var response = HTTP.send(request, BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode());
        }
        return new OpenStream(response.body());
    }

    public boolean hasEnded() {
        return ended;
    }

    public String received() {
        return received.toString();
    }

    private void read(InputStream body) {
        try (body) {
            var buffer = new byte[4_096];
            for (int length = body.read(buffer); length >= 0; length = body.read(buffer)) {
                received.append(new String(buffer, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // the connection was closed, which is an end too
        }
        ended = true;
    }
}
