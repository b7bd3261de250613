package io.painchain.connector.list;

import java.time.Instant;

public record Gap(String source, Instant from, Instant to, Instant noticedAt) {

    /** @param provider the name that users know */
    public String sentence(String provider) {
        return "Some " + source + " between " + from + " and " + to
                + " may be missing: " + provider + "'s list does not reach back that far";
    }
}
