package io.painchain.github.api.record.run;

import java.time.Instant;
import java.util.List;

/** {@code failures} are null where jobs were not read; {@code endedAt} where only the record's last change is known. */
public record RunDetails(List<Failure> failures, Instant endedAt) {

    public static final RunDetails FINE = new RunDetails(List.of());
    public static final RunDetails UNREAD = new RunDetails(null);

    public RunDetails(List<Failure> failures) {
        this(failures, null);
    }

    public RunDetails ending(Instant moment) {
        return new RunDetails(failures, moment);
    }

    /** {@code annotations} are null where they may not be read. */
    public record Failure(Job job, List<Annotation> annotations) {
    }
}
