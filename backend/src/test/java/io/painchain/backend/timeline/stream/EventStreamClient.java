package io.painchain.backend.timeline.stream;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.Drafts;
import io.restassured.RestAssured;

/** Reads a stream of server-sent events in the background until it is closed. */
final class EventStreamClient implements AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final InputStream body;

    record Message(String name, String id, JsonNode data) {
    }

    /** @param headers names and values */
    EventStreamClient(String tenant, String query, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/events/stream" + query))
                .header("x-tenant-id", tenant).header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        var response = HTTP.send(request.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new IOException("Status " + response.statusCode());
        }
        body = response.body();
        var thread = new Thread(this::read, "stream-of-the-test");
        thread.setDaemon(true);
        thread.start();
    }

    List<Message> named(String name) {
        return messages.stream().filter(message -> message.name().equals(name)).toList();
    }

    List<String> titles() {
        return named("event").stream().map(message -> message.data().get("title").textValue()).toList();
    }

    /** The id that came last. */
    String lastId() {
        return messages.get(messages.size() - 1).id();
    }

    private void read() {
        try (var lines = new java.io.BufferedReader(new java.io.InputStreamReader(body, StandardCharsets.UTF_8))) {
            String name = null;
            String id = null;
            String data = null;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("event:")) {
                    name = line.substring("event:".length()).strip();
                } else if (line.startsWith("id:")) {
                    id = line.substring("id:".length()).strip();
                } else if (line.startsWith("data:")) {
                    data = line.substring("data:".length());
                } else if (line.isEmpty() && data != null) {
                    messages.add(new Message(name, id, Drafts.json(data)));
                    data = null;
                }
            }
        } catch (IOException e) {
            // closed
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
