package io.painchain.benchmarks.suite.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.painchain.benchmarks.suite.measurement.Measurement;

/**
 * What backend and database took of the processors, in microseconds. Unlike a rate it hardly changes with what else the machine
 * does.
 *
 * @param backend of the process
 * @param database of the server with all of its processes
 */
public record ProcessorTime(double backend, double database) {

    private static final double MICROS_A_TICK = 10_000;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int TIMES_WITH_ENDED_CHILDREN = 4;
    private static final int TIMES = 2;

    static ProcessorTime of(long backend, long database) throws IOException {
        var own = ProcessHandle.of(backend).flatMap(process -> process.info().totalCpuDuration()).orElse(Duration.ZERO);
        return new ProcessorTime(own.toNanos() / 1e3, MICROS_A_TICK * ofServer(Long.toString(database)));
    }

    public ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(backend - before.backend, database - before.database);
    }

    /** What one of so many things took, and beside it the database's time for as many of the bare things. */
    public List<Measurement> each(String thing, int times, ProcessorTime bare, String limitOf) {
        return List.of(
                Measurement.alone("processor time of " + thing + ", backend", "µs", backend / times),
                new Measurement("processor time of " + thing + ", database", "µs", database / times, bare.database / times,
                        limitOf));
    }

    private static long ofServer(String server) throws IOException {
        long ticks = ticks(statistics(Path.of("/proc", server)), TIMES_WITH_ENDED_CHILDREN);
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var statistics = statistics(process);
                ticks += statistics.length > PARENT && statistics[PARENT].equals(server) ? ticks(statistics, TIMES) : 0;
            }
        }
        return ticks;
    }

    private static long ticks(String[] statistics, int times) {
        long ticks = 0;
        for (int i = USER; i < Math.min(USER + times, statistics.length); i++) {
            ticks += Long.parseLong(statistics[i]);
        }
        return ticks;
    }

    /** From the third on, as a name may hold blanks; none of a process that has just ended. */
    private static String[] statistics(Path process) {
        try {
            var line = Files.readString(process.resolve("stat"));
            return line.substring(line.lastIndexOf(')') + 2).split(" ");
        } catch (IOException e) {
            return new String[0];
        }
    }
}
