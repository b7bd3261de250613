package io.painchain.benchmarks.suite;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.painchain.benchmarks.suite.measurement.Figure;
import io.painchain.benchmarks.suite.measurement.Measurement;
import io.painchain.benchmarks.suite.measurement.Spread;

/** The entry behind {@code ./painchain bench}. */
public final class Bench {

    private static final int USAGE = 2;
    private static final String SUSTAINED = "sustained";
    private static final String ISOLATION = "isolation";
    /** Of ten minutes each run, or of two backends: measured only where they are named. */
    private static final List<String> BY_NAME_ONLY = List.of(SUSTAINED, ISOLATION);
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Bench() {
    }

    public static void main(String[] arguments) throws Exception {
        try {
            System.exit(run(Options.of(List.of(arguments))) ? 0 : 1);
        } catch (IllegalArgumentException e) {
            System.err.println("painchain: " + e.getMessage());
            System.exit(USAGE);
        }
    }

    /** @return whether every run came to its end */
    private static boolean run(Options options) throws Exception {
        try (var installation = new Installation(options.events());
                var isolation = new Isolation(options.events(), options.size())) {
            var all = benchmarks(installation, options.size());
            all.put(ISOLATION, isolation::run);
            var chosen = chosen(options.names(), all);
            var facts = facts(options);
            var figures = new ArrayList<Figure>();
            boolean complete = true;
            for (var benchmark : chosen.entrySet()) {
                var runs = runs(benchmark.getKey(), benchmark.getValue(), options.runs());
                figures.addAll(Figure.of(benchmark.getKey(), runs));
                complete &= runs.size() == options.runs();
            }
            facts.put("load after", Spread.number(Machine.load()));
            var report = new Report(facts, figures);
            OUT.println();
            OUT.println(report.table());
            report.writeTo(options.json());
            OUT.println("painchain: The same as JSON: " + options.json());
            return complete;
        }
    }

    /** What fails does not take what others measured with it. */
    private static List<List<Measurement>> runs(String name, Benchmark benchmark, int count) {
        var runs = new ArrayList<List<Measurement>>();
        for (int run = 0; run < count; run++) {
            OUT.printf("painchain: %s, run %d of %d%n", name, run + 1, count);
            try {
                runs.add(benchmark.run(run));
            } catch (Exception e) {
                OUT.printf("painchain: %s failed: %s%n", name, e);
                return runs;
            }
        }
        return runs;
    }

    private static Map<String, Benchmark> benchmarks(Installation installation, int size) {
        var writes = new Writes(installation, size);
        var reads = new Reads(installation, size);
        var deliveries = new Deliveries(installation, size);
        var benchmarks = new LinkedHashMap<String, Benchmark>();
        benchmarks.put("startup", new Startup(installation)::run);
        benchmarks.put("ingest", writes::ingest);
        benchmarks.put("single", writes::single);
        benchmarks.put("fairness", new Fairness(installation)::run);
        benchmarks.put("timeline", reads::timeline);
        benchmarks.put("search", reads::search);
        benchmarks.put("filters", reads::filters);
        benchmarks.put("inbox", deliveries::inbox);
        benchmarks.put("webhooks", deliveries::timeline);
        benchmarks.put("disk", new Disk(installation)::run);
        benchmarks.put("memory", new Memory(installation, writes)::run);
        benchmarks.put(SUSTAINED, new Sustained(installation, size)::run);
        return benchmarks;
    }

    private static Map<String, Benchmark> chosen(List<String> names, Map<String, Benchmark> all) {
        if (names.isEmpty()) {
            all.keySet().removeAll(BY_NAME_ONLY);
            return all;
        }
        var chosen = new LinkedHashMap<String, Benchmark>();
        for (var name : names) {
            if (!all.containsKey(name)) {
                throw new IllegalArgumentException("There is no benchmark %s; there are %s."
                        .formatted(name, String.join(", ", all.keySet())));
            }
            chosen.put(name, all.get(name));
        }
        return chosen;
    }

    private static Map<String, String> facts(Options options) {
        var facts = new LinkedHashMap<>(Machine.facts());
        facts.put("measured", Instant.now() + ", " + options.runs() + " runs: median (least–most)");
        facts.put("build", environment("PAINCHAIN_BENCH_BUILD"));
        facts.put("Java", environment("PAINCHAIN_BENCH_JAVA_VERSION"));
        facts.put("options", environment("PAINCHAIN_BENCH_JAVA_OPTIONS"));
        facts.put("events of the tenant that is read", String.format(Locale.ROOT, "%,d", options.events()));
        return facts;
    }

    private static String environment(String name) {
        return System.getenv().getOrDefault(name, "unknown").strip();
    }
}
