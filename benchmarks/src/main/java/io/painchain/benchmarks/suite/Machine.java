package io.painchain.benchmarks.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.painchain.benchmarks.suite.measurement.Spread;

/** On what was measured, and how busy that was with something else. */
final class Machine {

    private static final long KIB_IN_GIB = 1_048_576;

    private Machine() {
    }

    static Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                + System.getProperty("os.arch"));
        facts.put("processors", Runtime.getRuntime().availableProcessors() + " × "
                + first("/proc/cpuinfo", "model name", line -> line.substring(line.indexOf(':') + 2)));
        facts.put("memory", first("/proc/meminfo", "MemTotal",
                line -> Long.parseLong(line.replaceAll("\\D", "")) / KIB_IN_GIB + " GiB"));
        facts.put("load before", Spread.number(load()));
        return facts;
    }

    static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static String first(String file, String start, Function<String, String> value) {
        if (!Files.exists(Path.of(file))) {
            return "unknown";
        }
        try (var lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(start)).findFirst().map(value).orElse("unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
