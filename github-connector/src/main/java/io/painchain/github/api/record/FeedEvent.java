package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** Covers both shapes of the Events feed: the full one of older servers, and the trimmed one since October 2025. */
public record FeedEvent(String id, String type, User actor, Instant createdAt, Payload payload) {

    public FeedEvent {
        requireNonNull(id, "id");
        requireNonNull(type, "type");
        requireNonNull(createdAt, "created_at");
    }

    /** Covers pushes, branches and tags only; everything else is read from its own resource. */
    public record Payload(String ref, String refType, String before, String head, List<FeedCommit> commits) {
    }

    public record FeedCommit(String sha, String message) {
    }
}
