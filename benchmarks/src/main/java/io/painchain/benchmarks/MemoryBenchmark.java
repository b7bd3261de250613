package io.painchain.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Has one connector process poll many repositories of a simulated GitHub, which live on meanwhile, and tells once a while what
 * memory it takes. Arguments: the addresses of the backend, the simulator and the connector, the connector's process id, how
 * many repositories, how many tokens, how many minutes.
 */
final class MemoryBenchmark {

    private static final Logger LOG = Logger.getLogger("benchmark");
    private static final Duration STEP = Duration.ofSeconds(15);
    private static final String THINGS = "{\"pulls\": 2, \"issues\": 2, \"runs\": 3, \"releases\": 1, \"pushes\": 3}";
    private static final Pattern SYNCED = Pattern.compile("(?m)^repository_sync_total\\{[^}]*} (\\S+)");
    private static final Pattern FINE = Pattern.compile("(?m)^github_repositories\\{status=\"ok\"} (\\S+)");
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)");

    private final Backend backend;
    private final Backend simulator;
    private final Backend connector;
    private final Path process;
    private final int repositories;

    private MemoryBenchmark(String[] arguments) {
        backend = Backend.at(arguments[0], "benchmark-" + arguments[3]);
        simulator = Backend.at(arguments[1], "none");
        connector = Backend.at(arguments[2], "none");
        process = Path.of("/proc", arguments[3], "status");
        repositories = Integer.parseInt(arguments[4]);
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new MemoryBenchmark(arguments);
        benchmark.begin(arguments[1], Integer.parseInt(arguments[5]));
        benchmark.watch(Duration.ofMinutes(Integer.parseInt(arguments[6])));
    }

    /** A hundredth of them is active a minute, as told by the day's rate. */
    private void begin(String gitHub, int tokens) throws Exception {
        simulator.post("/_sim/day",
                "{\"repositories\": %d, \"storiesPerHour\": 0.2, \"poorFeed\": true}".formatted(repositories));
        for (int i = 1; i <= repositories; i++) {
            simulator.post("/_sim/repos/" + name(i) + "/populate", THINGS);
        }
        LOG.info(() -> "%d repositories exist".formatted(repositories));
        int share = repositories / tokens;
        for (int token = 0; token < tokens; token++) {
            var text = "ghp_many%028d".formatted(token);
            // As an Enterprise account has it; the first reads would take hours otherwise.
            simulator.post("/_sim/tokens", "{\"token\": \"%s\", \"hourlyLimit\": 15000}".formatted(text));
            var names = IntStream.rangeClosed(token * share + 1, (token + 1) * share).mapToObj(i -> '"' + name(i) + '"')
                    .collect(Collectors.joining(", "));
            backend.post("/api/integrations", """
                    {"type": "github", "name": "Share %d", "config": {"token": "%s", "apiUrl": "%s/api/v3",
                     "repositories": [%s], "pollInterval": 300}}""".formatted(token, text, gitHub, names));
        }
    }

    private static String name(int number) {
        return "acme/service-%03d".formatted(number);
    }

    private void watch(Duration length) throws Exception {
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            Thread.sleep(STEP.toMillis());
            simulator.post("/_sim/day/advance", "{}");
            tell();
        }
    }

    private void tell() throws IOException, InterruptedException {
        var metrics = connector.get("/q/metrics");
        var memory = Files.readString(process).lines().filter(line -> line.startsWith("VmRSS") || line.startsWith("VmHWM"))
                .map(line -> line.replaceAll("\\s+", " ")).collect(Collectors.joining(", "));
        LOG.info(() -> "%.0f reads, %.0f of %d repositories fine, heap %.0f MB, %s".formatted(sum(SYNCED, metrics),
                sum(FINE, metrics), repositories, sum(HEAP, metrics) / 1_048_576, memory));
    }

    private static double sum(Pattern sample, String metrics) {
        return sample.matcher(metrics).results().mapToDouble(found -> Double.parseDouble(found.group(1))).sum();
    }
}
