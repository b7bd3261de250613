package io.painchain.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Stands between a connector and the backend, and can hold the n-th batch: the moment in which a test kills one of them. */
final class BackendGate implements AutoCloseable {

    private static final Set<String> OWN_HEADERS = Set.of("host", "connection", "content-length", "expect", "upgrade",
            "http2-settings", "transfer-encoding");

    /** Bytes; far more than a checkpoint and a few events. */
    private static final int LARGE = 50_000;

    private final URI backend;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final AtomicInteger batches = new AtomicInteger();
    private final CountDownLatch held = new CountDownLatch(1);
    private volatile int holdAt = Integer.MAX_VALUE;

    BackendGate(URI backend) {
        this.backend = backend;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::pass);
        server.setExecutor(threads);
        server.start();
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Holds back for good the large batch after so many more, and whatever follows it. */
    void holdAfterLarge(int moreBatches) {
        holdAt = batches.get() + moreBatches + 1;
    }

    void awaitHeldBatch() throws InterruptedException {
        if (!held.await(300, TimeUnit.SECONDS)) {
            throw new AssertionError("Only " + batches.get() + " large batches came, number " + holdAt + " was to be held");
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        var large = exchange.getRequestURI().getPath().endsWith("/events/batch") && body.length > LARGE;
        if (large && batches.incrementAndGet() >= holdAt) {
            held.countDown();
            return; // neither answered nor passed on
        }
        try {
            answer(exchange, client.send(request(exchange, body), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private HttpRequest request(HttpExchange exchange, byte[] body) {
        var request = HttpRequest.newBuilder(backend.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void answer(HttpExchange exchange, HttpResponse<byte[]> response) throws IOException {
        response.headers().map().forEach((name, values) -> {
            if (!OWN_HEADERS.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        var body = response.body();
        exchange.sendResponseHeaders(response.statusCode(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
