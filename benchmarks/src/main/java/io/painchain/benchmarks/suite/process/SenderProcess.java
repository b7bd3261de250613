package io.painchain.benchmarks.suite.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The packaged connector of senders that only push. */
public final class SenderProcess implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.MINUTES.toNanos(2);
    private static final int PAUSE_MILLIS = 100;

    private final Process process;
    private final String backend;

    private SenderProcess(Process process, String backend) {
        this.process = process;
        this.backend = backend;
    }

    public static SenderProcess start(String backend, String key) throws IOException {
        var jar = System.getenv().getOrDefault("PAINCHAIN_BENCH_SENDERS_JAR",
                "webhook-connector/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(
                List.of(BackendProcess.java(), "-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("BACKEND_API_URL", backend + "/api");
        builder.environment().put("PAINCHAIN_CONNECTOR_KEY", key);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(freePort()));
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new SenderProcess(process, backend);
    }

    public void awaitRegistration(String type) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!isRegistered(backend, type)) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IOException("The connector of senders did not start");
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    public static boolean isRegistered(String backend, String type) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(backend + "/api/connectors/metadata")).timeout(Duration.ofSeconds(5))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body().contains("\"" + type + "\"");
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
