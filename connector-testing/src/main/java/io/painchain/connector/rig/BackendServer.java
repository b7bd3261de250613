package io.painchain.connector.rig;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The backend's HTTP: asks for the connector key and answers in JSON. */
final class BackendServer implements AutoCloseable {

    static {
        // Else an answer's body waits 40 ms until its head has been acknowledged.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Route route;
    private final Supplier<String> assignment;

    interface Route {

        Reply answer(String method, URI uri, byte[] body) throws IOException;
    }

    /** @param assignment named by every answer, where there is one */
    BackendServer(Route route, Supplier<String> assignment) {
        this.route = route;
        this.assignment = assignment;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/api", this::handle);
    }

    void start() {
        server.start();
    }

    URI api() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/api");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            boolean isKnown = ("Bearer " + TestBackend.KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            answer(exchange, isKnown ? route.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body)
                    : Reply.problem(401, "unauthorized"));
        }
    }

    private void answer(HttpExchange exchange, Reply reply) throws IOException {
        String version = assignment.get();
        if (version != null) {
            exchange.getResponseHeaders().set("X-Assignment-Version", version);
        }
        byte[] json = reply.body() == null ? new byte[0] : Wire.JSON.writeValueAsBytes(reply.body());
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(reply.status(), json.length == 0 ? -1 : json.length);
        exchange.getResponseBody().write(json);
    }
}
