package io.painchain.benchmarks.suite;

import java.util.List;

import io.painchain.benchmarks.suite.measurement.Measurement;

/** One benchmark; each run measures the product and, right before or after it, its limit. */
@FunctionalInterface
interface Benchmark {

    /** @param number of the run, from 0 on */
    List<Measurement> run(int number) throws Exception;
}
