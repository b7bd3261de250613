package io.painchain.github.api.record.run;

import java.time.Instant;
import java.util.List;

/**
 * @param failures null where jobs were not read; {@code cut}: there may be more, as there are too many jobs
 * @param endedAt null where only the record's last change is known
 */
public record RunDetails(List<Failure> failures, boolean cut, Instant endedAt) {

    public static final RunDetails FINE = new RunDetails(List.of());
    public static final RunDetails UNREAD = new RunDetails(null);

    public RunDetails(List<Failure> failures) {
        this(failures, false, null);
    }

    public RunDetails ending(Instant moment) {
        return new RunDetails(failures, cut, moment);
    }

    /** {@code annotations} are null where they may not be read. */
    public record Failure(Job job, List<Annotation> annotations) {
    }
}
