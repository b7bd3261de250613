package io.painchain.github.api.record.run;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.painchain.github.api.record.User;

/** Lists show the latest attempt only. A re-run moves {@code runStartedAt}; deleted branches and forks are null. */
public record WorkflowRun(Long id, String name, String displayTitle, Long workflowId, Long runNumber, Integer runAttempt,
        String event, String status, String conclusion, String headBranch, String headSha, String path, String htmlUrl,
        Instant createdAt, Instant updatedAt, Instant runStartedAt, User actor, User triggeringActor,
        List<PullRequestReference> pullRequests, Home repository, Home headRepository) {

    /** A job on GitHub's own machines ends after 6 hours. */
    private static final Duration USUAL = Duration.ofHours(6);

    public WorkflowRun {
        requireNonNull(id, "id");
        requireNonNull(status, "status");
        requireNonNull(createdAt, "created_at");
        requireNonNull(updatedAt, "updated_at");
        runAttempt = runAttempt == null ? 1 : runAttempt;
        pullRequests = pullRequests == null ? List.of() : pullRequests.stream().filter(one -> one != null).toList();
    }

    public WorkflowRun(Long id, String name, String displayTitle, Long workflowId, Long runNumber, Integer runAttempt,
            String event, String status, String conclusion, String headBranch, String headSha, String path, String htmlUrl,
            Instant createdAt, Instant updatedAt, Instant runStartedAt, User actor, User triggeringActor,
            List<PullRequestReference> pullRequests) {
        this(id, name, displayTitle, workflowId, runNumber, runAttempt, event, status, conclusion, headBranch, headSha, path,
                htmlUrl, createdAt, updatedAt, runStartedAt, actor, triggeringActor, pullRequests, null, null);
    }

    /** GitHub sets "completed" some time before the conclusion. */
    public boolean finished() {
        return "completed".equals(status) && conclusion != null && !conclusion.isBlank();
    }

    /** The record may change weeks after the run ended. */
    public boolean endIsDoubtful() {
        return finished() && updatedAt.isAfter(began().plus(USUAL));
    }

    public Instant began() {
        return runStartedAt == null ? createdAt : runStartedAt;
    }

    /** The pull request may be another repository's. */
    public record PullRequestReference(Long number, Side base) {

        public boolean of(long repositoryId) {
            return number != null && (base == null || base.repo() == null || base.repo().id() == null
                    || base.repo().id() == repositoryId);
        }
    }

    public record Side(Home repo) {
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Home(Long id, String fullName, Boolean fork) {
    }
}
