package io.painchain.simulator.render;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as GitHub writes them: UTC, whole seconds. */
public final class Times {

    private Times() {
    }

    /** Null for none. */
    public static String of(Instant instant) {
        return instant == null ? null : instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
