package io.painchain.github.api.record.run;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.painchain.github.api.record.User;

/**
 * One attempt at a workflow run; lists show the latest attempt only.
 *
 * @param headBranch the branch, or the tag for runs of a tag; {@code null} where it is gone
 * @param runStartedAt when this attempt began; a re-run moves it, {@code createdAt} stays
 */
public record WorkflowRun(Long id, String name, String displayTitle, Long workflowId, Long runNumber, Integer runAttempt,
        String event, String status, String conclusion, String headBranch, String headSha, String path, String htmlUrl,
        Instant createdAt, Instant updatedAt, Instant runStartedAt, User actor, User triggeringActor,
        List<PullRequestReference> pullRequests) {

    public WorkflowRun {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        runAttempt = runAttempt == null ? 1 : runAttempt;
        pullRequests = pullRequests == null ? List.of() : pullRequests.stream().filter(one -> one != null).toList();
    }

    public boolean finished() {
        return "completed".equals(status);
    }

    /** A pull request that the run's commit belongs to, perhaps of another repository. */
    public record PullRequestReference(Long number, Side base) {

        public boolean of(long repositoryId) {
            return number != null && (base == null || base.repo() == null || base.repo().id() == null
                    || base.repo().id() == repositoryId);
        }
    }

    public record Side(Home repo) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Home(Long id) {
    }
}
