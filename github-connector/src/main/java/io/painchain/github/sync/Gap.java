package io.painchain.github.sync;

import java.time.Instant;

/** A stretch of time of which a source could not show everything. */
public record Gap(String source, Instant from, Instant to, Instant noticedAt) {

    String sentence() {
        return "Some " + source + " between " + from + " and " + to
                + " may be missing: GitHub's list does not reach back that far";
    }
}
