package io.painchain.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** An organization with one workspace: as much of Terraform Cloud's API as the sample asks for. */
final class FakeTerraform implements AutoCloseable {

    static final String TOKEN = "a-team-token";

    private final List<String> runs = new CopyOnWriteArrayList<>();
    private final HttpServer server;

    FakeTerraform() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/v2/organizations/acme/", this::answer);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Newest first, as they are listed; one of a known id replaces it. */
    void run(String id, Instant createdAt, String status) {
        var run = """
                {"id": "%s", "type": "runs", "attributes": {"created-at": "%s", "status": "%s", "message": "Message of %s",
                 "has-changes": true, "status-timestamps": {"%s-at": "%s"}}}
                """.formatted(id, createdAt, status, id, status, Instant.now());
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).contains('"' + id + '"')) {
                runs.set(i, run);
                return;
            }
        }
        runs.add(0, run);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                send(exchange, 401, Map.of("errors", List.of()).toString());
            } else if (exchange.getRequestURI().getPath().endsWith("/workspaces")) {
                send(exchange, 200, """
                        {"data": [{"id": "ws-1", "attributes": {"name": "production"}}], "links": {"next": null}}""");
            } else {
                send(exchange, 200, runs.stream().collect(Collectors.joining(",", "{\"data\": [", "], \"links\": {}}")));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
