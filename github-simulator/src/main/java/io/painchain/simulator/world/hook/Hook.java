package io.painchain.simulator.world.hook;

import java.time.Instant;
import java.util.List;

/** @param secret {@code null} where it has none */
public record Hook(long id, String url, String contentType, String secret, List<String> events, boolean active,
        Instant createdAt, Instant updatedAt) {

    Hook with(List<String> newEvents, boolean nowActive, Instant now) {
        return new Hook(id, url, contentType, secret, newEvents, nowActive, createdAt, now);
    }

    /** A secret that is not named is taken away. */
    Hook configured(String newUrl, String newContentType, String newSecret, Instant now) {
        return new Hook(id, newUrl, newContentType, newSecret, events, active, createdAt, now);
    }
}
