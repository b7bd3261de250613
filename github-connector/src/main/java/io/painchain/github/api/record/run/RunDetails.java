package io.painchain.github.api.record.run;

import java.time.Instant;
import java.util.List;

/**
 * What failed in an attempt at a workflow run.
 *
 * @param failures empty where nothing did, {@code null} where the jobs were not read or may not be
 * @param endedAt when the attempt ended, from better knowledge than the record's last change; {@code null} where there is none
 */
public record RunDetails(List<Failure> failures, Instant endedAt) {

    public static final RunDetails FINE = new RunDetails(List.of());
    public static final RunDetails UNREAD = new RunDetails(null);

    public RunDetails(List<Failure> failures) {
        this(failures, null);
    }

    public RunDetails ending(Instant moment) {
        return new RunDetails(failures, moment);
    }

    /** A job that failed; {@code annotations} are {@code null} where they may not be read. */
    public record Failure(Job job, List<Annotation> annotations) {
    }
}
