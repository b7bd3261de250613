package io.painchain.github.api.record.run;

import java.util.List;

/**
 * What failed in an attempt at a workflow run.
 *
 * @param failures empty where nothing did, {@code null} where the jobs were not read or may not be
 */
public record RunDetails(List<Failure> failures) {

    /** Nothing failed. */
    public static final RunDetails FINE = new RunDetails(List.of());
    public static final RunDetails UNREAD = new RunDetails(null);

    /**
     * A job that failed.
     *
     * @param annotations what its check run says, {@code null} where that may not be read
     */
    public record Failure(Job job, List<Annotation> annotations) {
    }
}
