package io.painchain.benchmarks.suite.measurement;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** One line of the table: the same measurement over all runs. */
public record Figure(String benchmark, List<Measurement> runs) {

    public static List<Figure> of(String benchmark, List<List<Measurement>> runs) {
        var byWhat = new LinkedHashMap<String, List<Measurement>>();
        runs.forEach(run -> run.forEach(
                measurement -> byWhat.computeIfAbsent(measurement.what(), what -> new ArrayList<>()).add(measurement)));
        return byWhat.values().stream().map(measurements -> new Figure(benchmark, measurements)).toList();
    }

    public Measurement first() {
        return runs.get(0);
    }

    public Spread values() {
        return Spread.of(runs.stream().map(Measurement::value).toList());
    }

    public Spread limits() {
        return Spread.of(runs.stream().map(Measurement::limit).toList());
    }

    /** Of each run by itself: what else the machine did at that time slowed both. */
    public Spread ratios() {
        return Spread.of(runs.stream().map(run -> run.value() / run.limit()).toList());
    }
}
