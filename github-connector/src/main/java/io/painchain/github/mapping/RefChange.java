package io.painchain.github.mapping;

import java.time.Instant;
import java.util.Optional;

import io.painchain.github.api.record.Activity;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.User;

/** {@code reportedAt} is part of the id for good; {@code exact}: {@code at} is GitHub's, not when it was noticed. */
public record RefChange(String kind, String name, boolean created, Instant at, Instant reportedAt, String actor, String sha,
        boolean exact) {

    private static final String BRANCHES = "refs/heads/";

    /** Empty for moved branches, and for the merge queue's. */
    public static Optional<RefChange> of(Activity activity) {
        boolean created = "branch_creation".equals(activity.activityType());
        boolean deleted = "branch_deletion".equals(activity.activityType());
        boolean ofBranch = activity.ref().startsWith(BRANCHES)
                && !QueueBranch.isOne(activity.ref().substring(BRANCHES.length()));
        if (!created && !deleted || !ofBranch) {
            return Optional.empty();
        }
        return Optional.of(new RefChange("branch", activity.ref().substring(BRANCHES.length()), created, activity.timestamp(),
                activity.timestamp(), User.loginOf(activity.actor()), created ? activity.after() : activity.before(), true));
    }

    /** Empty for everything but the creation or deletion of a branch or tag. */
    public static Optional<RefChange> of(FeedEvent event) {
        boolean created = "CreateEvent".equals(event.type());
        boolean deleted = "DeleteEvent".equals(event.type());
        FeedEvent.Payload payload = event.payload();
        boolean ofRef = payload != null && payload.ref() != null && !QueueBranch.isOne(payload.ref())
                && ("branch".equals(payload.refType()) || "tag".equals(payload.refType()));
        if (!created && !deleted || !ofRef) {
            return Optional.empty();
        }
        return Optional.of(new RefChange(payload.refType(), payload.ref(), created, event.createdAt(), event.createdAt(),
                User.loginOf(event.actor()), null, true));
    }

    public static RefChange noticed(String kind, String name, boolean created, Instant at, String sha) {
        return new RefChange(kind, name, created, at, at, null, sha, false);
    }

    public boolean isTag() {
        return "tag".equals(kind);
    }

    public RefChange withSha(String commit) {
        return new RefChange(kind, name, created, at, reportedAt, actor, commit, exact);
    }

    /** Keeps the id of an earlier sighting. */
    public RefChange reportedBefore(Instant moment) {
        return new RefChange(kind, name, created, at, moment, actor, sha, exact);
    }
}
