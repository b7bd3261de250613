package io.painchain.benchmarks.suite;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line says. How the backend is started comes from the launcher, in the environment.
 *
 * @param names of the benchmarks, all where none is named
 * @param events of the tenant that is read
 * @param size of a run, by which the numbers of posts and pages are multiplied
 */
record Options(List<String> names, int runs, int events, int size, Path json) {

    private static final int RUNS = 5;
    private static final int FULL = 6;
    private static final int QUICK = 1;
    private static final int EVENTS = 100_000;

    /** @throws IllegalArgumentException with a sentence for the user */
    static Options of(List<String> arguments) {
        var names = new ArrayList<String>();
        int runs = RUNS;
        int events = EVENTS;
        int size = FULL;
        var json = Path.of("target", "bench.json");
        for (var rest = arguments.iterator(); rest.hasNext();) {
            var argument = rest.next();
            switch (argument) {
                case "--runs" -> runs = number(argument, rest.hasNext() ? rest.next() : "");
                case "--events" -> events = number(argument, rest.hasNext() ? rest.next() : "");
                case "--quick" -> size = QUICK;
                case "--json" -> json = Path.of(rest.hasNext() ? rest.next() : "");
                default -> names.add(argument);
            }
        }
        return new Options(names, runs, events, size, json);
    }

    private static int number(String option, String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw new IllegalArgumentException(option + " needs a number from 1 on.");
        }
        return Integer.parseInt(text);
    }
}
