package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * {@code sha} is the head of its branch. Fast-forward leaves no {@code mergeCommitSha}. Older servers name {@code mergedBy} for
 * {@code mergeUser} and {@code workInProgress} for {@code draft}; {@code changesCount} comes only when read alone.
 */
public record MergeRequest(Long iid, String title, String description, String state, Boolean draft, Boolean workInProgress,
        User author, Instant createdAt, Instant updatedAt, Instant mergedAt, Instant closedAt, User mergeUser, User mergedBy,
        User closedBy, String sourceBranch, String targetBranch, List<String> labels, List<User> assignees,
        List<User> reviewers, Integer userNotesCount, String sha, String mergeCommitSha, String squashCommitSha,
        String detailedMergeStatus, String changesCount, String webUrl) {

    public MergeRequest {
        requireNonNull(iid, "iid");
        requireNonNull(state, "state");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        labels = present(labels);
        assignees = present(assignees);
        reviewers = present(reviewers);
    }

    private static <T> List<T> present(List<T> items) {
        return items == null ? List.of() : items.stream().filter(item -> item != null).toList();
    }

    public boolean merged() {
        return "merged".equals(state);
    }

    public boolean closed() {
        return "closed".equals(state);
    }

    public boolean open() {
        return !merged() && !closed();
    }

    public boolean isDraft() {
        return Boolean.TRUE.equals(draft == null ? workInProgress : draft);
    }

    /** {@code null} where nobody is named. */
    public User merger() {
        return mergeUser == null ? mergedBy : mergeUser;
    }

    /** Servers that do not say when: the last change. */
    public Instant mergeTime() {
        return mergedAt == null ? updatedAt : mergedAt;
    }
}
