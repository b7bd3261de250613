package io.painchain.benchmarks.suite.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A packaged backend with its own database, started as the launcher starts it. */
public final class BackendProcess implements AutoCloseable {

    public static final String CONNECTOR_KEY = "benchmark-connector-key-0123456789";

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int PAUSE_MILLIS = 20;
    private static final int PORT_LINE = 3;
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Process process;
    private final Path data;
    private final String url;
    private final double secondsToReady;
    private final double processorSecondsToReady;

    private BackendProcess(Process process, Path data, String url, long start) throws IOException, InterruptedException {
        this.process = process;
        this.data = data;
        this.url = url;
        awaitReady(start);
        this.secondsToReady = (System.nanoTime() - start) / 1e9;
        this.processorSecondsToReady = process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    /**
     * @param data its folder, which it fills where it is empty
     * @param settings of its environment
     */
    public static BackendProcess start(Path data, Map<String, String> settings) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(java()));
        command.addAll(List.of(environment("PAINCHAIN_BENCH_JAVA_OPTIONS", "-Xmx256m -XX:+UseSerialGC").strip().split("\\s+")));
        command.addAll(List.of("-jar", environment("PAINCHAIN_BENCH_JAR", "backend/target/quarkus-app/quarkus-run.jar")));
        int port = freePort();
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolve("backend.log").toFile()));
        builder.environment().put("PAINCHAIN_DATA", data.toString());
        builder.environment().put("PAINCHAIN_OWN_EVENTS", "false");
        builder.environment().put("PAINCHAIN_CONNECTOR_KEY", CONNECTOR_KEY);
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        builder.environment().putAll(settings);
        builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_DATASOURCE_"));
        long start = System.nanoTime();
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        return new BackendProcess(process, data, "http://127.0.0.1:" + port, start);
    }

    public static String java() {
        return environment("PAINCHAIN_BENCH_JAVA", "java");
    }

    public String url() {
        return url;
    }

    public double secondsToReady() {
        return secondsToReady;
    }

    public double processorSecondsToReady() {
        return processorSecondsToReady;
    }

    /** For JDBC, as the database's own administrator-less user. */
    public String database() throws IOException {
        var port = server(PORT_LINE);
        var password = Files.readString(data.resolve("database/password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/painchain?user=painchain&password=" + password;
    }

    public ProcessorTime processorTime() throws IOException {
        return ProcessorTime.of(process.pid(), Long.parseLong(server(0)));
    }

    /** @param line of what the database's server says of itself */
    private String server(int line) throws IOException {
        return Files.readAllLines(data.resolve("database/data/postmaster.pid")).get(line).strip();
    }

    /** @param field of the process' status, such as VmRSS */
    public double mebibytes(String field) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith(field + ':')).findFirst()
                    .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024).orElse(Double.NaN);
        }
    }

    private void awaitReady(long start) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/q/health/ready")).timeout(Duration.ofSeconds(5)).build();
        while (!isReady(request)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                process.destroy();
                throw new IOException("The backend did not start; its log: " + Files.readString(data.resolve("backend.log")));
            }
            process.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private static boolean isReady(HttpRequest request) throws InterruptedException {
        try {
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String environment(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
