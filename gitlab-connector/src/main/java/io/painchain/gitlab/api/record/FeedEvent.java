package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** A line of a project's feed. One push of more than three refs is one line with {@code refCount} and no ref. */
public record FeedEvent(Long id, String actionName, String targetType, Long targetIid, Instant createdAt, User author,
        PushData pushData) {

    public FeedEvent {
        requireNonNull(id, "id");
        requireNonNull(createdAt, "created_at");
    }

    public record PushData(Integer commitCount, String action, String refType, String commitFrom, String commitTo,
            String ref, String commitTitle, Integer refCount) {

        public boolean ofTag() {
            return "tag".equals(refType);
        }

        public boolean bulk() {
            return ref == null && refCount != null;
        }
    }
}
