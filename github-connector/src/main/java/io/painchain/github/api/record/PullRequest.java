package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Lists leave out {@code mergedBy} and later fields. {@code mergeCommitSha} is a trial merge's until it is merged. */
public record PullRequest(Long number, String title, String body, String state, Boolean draft, User user, Instant createdAt,
        Instant updatedAt, Instant closedAt, Instant mergedAt, String mergeCommitSha, String htmlUrl, Branch head, Branch base,
        List<Label> labels, List<User> requestedReviewers, User mergedBy, Boolean mergeable, Integer comments,
        Integer reviewComments, Integer commits, Integer additions, Integer deletions, Integer changedFiles) {

    public PullRequest {
        requireNonNull(number, "number");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        labels = labels == null ? List.of() : labels.stream().filter(label -> label != null).toList();
        requestedReviewers = requestedReviewers == null ? List.of()
                : requestedReviewers.stream().filter(one -> one != null).toList();
    }

    public boolean merged() {
        return mergedAt != null;
    }

    public boolean open() {
        return "open".equals(state);
    }

    /** Names the commit even where the fork was deleted. */
    public record Branch(@JsonProperty("ref") String name, String sha) {
    }
}
