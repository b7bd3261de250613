package io.painchain.connector.list;

import java.time.Duration;
import java.time.Instant;

public record Gap(String source, Instant from, Instant to, Instant noticedAt) {

    private static final Duration STANDS = Duration.ofHours(6);

    public boolean overlaps(Gap other) {
        return source.equals(other.source()) && from.isBefore(other.to()) && other.from().isBefore(to);
    }

    /** Whether the other says nothing that is worth storing. */
    public boolean standsFor(Gap other) {
        return overlaps(other) && !other.from().isBefore(from) && noticedAt.plus(STANDS).isAfter(other.noticedAt());
    }

    public Gap with(Gap later) {
        return new Gap(source, from.isBefore(later.from()) ? from : later.from(), to.isAfter(later.to()) ? to : later.to(),
                later.noticedAt());
    }

    /** @param provider the name that users know */
    public String sentence(String provider) {
        return "Some " + source + " between " + from + " and " + to
                + " may be missing: " + provider + "'s list does not reach back that far";
    }
}
