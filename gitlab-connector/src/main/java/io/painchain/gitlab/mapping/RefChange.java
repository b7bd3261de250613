package io.painchain.gitlab.mapping;

import java.time.Instant;

/**
 * A branch or tag that came, went, or, as tags may, moved.
 *
 * @param kind {@code branch} or {@code tag}; {@code action}: {@code created}, {@code deleted} or {@code moved}
 * @param sha what it leads to, or null; {@code before}: what it led to, or null
 * @param exact whether the time is the feed's, not that of a comparison
 */
public record RefChange(String kind, String name, String action, Instant at, String actor, String sha, String before,
        boolean exact) {

    public boolean ofTag() {
        return kind.equals("tag");
    }
}
