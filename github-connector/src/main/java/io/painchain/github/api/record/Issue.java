package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** GitHub lists pull requests as issues; those have {@code pullRequest}. */
public record Issue(Long number, String title, String body, String state, String stateReason, User user, Instant createdAt,
        Instant updatedAt, Instant closedAt, String htmlUrl, List<Label> labels, List<User> assignees, Integer comments,
        PullRequestMark pullRequest) {

    public Issue {
        requireNonNull(number, "number");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        labels = labels == null ? List.of() : labels.stream().filter(label -> label != null).toList();
        assignees = assignees == null ? List.of() : assignees.stream().filter(one -> one != null).toList();
    }

    public boolean isPullRequest() {
        return pullRequest != null;
    }

    public boolean open() {
        return "open".equals(state);
    }

    /** Older servers leave {@code mergedAt} out. */
    public record PullRequestMark(Instant mergedAt) {
    }
}
