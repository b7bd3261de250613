package io.painchain.benchmarks.suite.measurement;

import java.util.List;
import java.util.Locale;

/** Of a figure over all runs. */
public record Spread(double median, double least, double most) {

    static Spread of(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double median = sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return new Spread(median, sorted.get(0), sorted.get(sorted.size() - 1));
    }

    public Spread times(int factor) {
        return new Spread(median * factor, least * factor, most * factor);
    }

    @Override
    public String toString() {
        return "%s (%s–%s)".formatted(number(median), number(least), number(most));
    }

    public static String number(double value) {
        int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
