package io.painchain.benchmarks.suite.measurement;

/**
 * A figure of one run.
 *
 * @param limit what it cannot be better than, measured in the same run; NaN where nothing is comparable
 * @param limitOf what the limit was measured with
 */
public record Measurement(String what, String unit, double value, double limit, String limitOf) {

    public static Measurement alone(String what, String unit, double value) {
        return new Measurement(what, unit, value, Double.NaN, "");
    }

    /** Whether more is better, as with events a second; of time and memory less is. */
    public boolean isRate() {
        return unit.endsWith("/s");
    }

    public boolean hasLimit() {
        return !Double.isNaN(limit);
    }
}
