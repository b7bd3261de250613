package io.painchain.simulator.limit;

import java.time.Duration;
import java.util.Locale;

/** What a request is counted against: each has a quota of its own. */
public enum RateResource {
    CORE(Duration.ofHours(1)),
    SEARCH(Duration.ofMinutes(1)),
    GRAPHQL(Duration.ofHours(1));

    private final Duration window;

    RateResource(Duration window) {
        this.window = window;
    }

    /** As {@code X-RateLimit-Resource} writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    Duration window() {
        return window;
    }
}
