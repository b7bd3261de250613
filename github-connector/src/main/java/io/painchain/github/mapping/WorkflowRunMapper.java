package io.painchain.github.mapping;

import java.time.Duration;
import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.EventDraft;

/** One attempt at a workflow run, kept current until it concludes. */
public final class WorkflowRunMapper {

    private WorkflowRunMapper() {
    }

    /** @param details what failed; {@code null} where nobody asked, so that what is known of it stays */
    public static EventDraft toDraft(RepositoryScope scope, WorkflowRun run, RunDetails details) {
        String id = "workflow-" + scope.identity() + "-" + run.id();
        Instant begin = run.runStartedAt() == null ? run.createdAt() : run.runStartedAt();
        Instant end = run.finished() ? run.updatedAt() : null;
        String status = Text.word(run.conclusion() == null ? run.status() : run.conclusion());
        DraftBuilder draft = DraftBuilder.of(scope, "workflow_run")
                .externalId(run.runAttempt() > 1 ? id + "#attempt-" + run.runAttempt() : id).title(titleOf(run, status))
                .at(begin, end).asOf(run.updatedAt()).author(authorOf(run)).url(urlOf(run)).status(status)
                .description(run.displayTitle()).entity(scope.workflowRun(run.id().toString()));
        if (run.headSha() != null) {
            draft.key(scope.commit(run.headSha()));
        }
        run.pullRequests().stream().filter(pull -> pull.of(scope.repositoryId()))
                .forEach(pull -> draft.key(scope.pullRequest(pull.number())));
        return facts(draft.key(id), run, begin, end, details).build();
    }

    private static DraftBuilder facts(DraftBuilder draft, WorkflowRun run, Instant begin, Instant end, RunDetails details) {
        draft.data("run_id", run.id()).data("workflow_id", run.workflowId()).data("workflow_path", run.path())
                .data("run_number", run.runNumber()).data("run_attempt", run.runAttempt()).data("event", run.event())
                .data("branch", run.headBranch()).data("commit_sha", Text.shortSha(run.headSha(), 7))
                .data("head_sha", run.headSha()).data("conclusion", Text.word(run.conclusion()))
                .data("logs_url", urlOf(run));
        if (end != null) {
            draft.data("duration_seconds", Math.max(0, Duration.between(begin, end).toSeconds()));
            FailedJobs.describe(draft, details);
        }
        return draft;
    }

    private static String titleOf(WorkflowRun run, String status) {
        String name = run.name() == null || run.name().isBlank() ? run.path() == null ? "run " + run.id() : run.path()
                : run.name();
        String branch = run.headBranch() == null || run.headBranch().isBlank() ? Text.shortSha(run.headSha(), 7)
                : run.headBranch();
        return "[Workflow] " + emoji(status) + " " + name + (branch == null ? "" : " - " + branch);
    }

    private static String authorOf(WorkflowRun run) {
        return User.loginOf(run.triggeringActor() == null ? run.actor() : run.triggeringActor());
    }

    private static String urlOf(WorkflowRun run) {
        boolean whole = run.htmlUrl() == null || run.runAttempt() <= 1 || run.htmlUrl().contains("/attempts/");
        return whole ? run.htmlUrl() : run.htmlUrl() + "/attempts/" + run.runAttempt();
    }

    private static String emoji(String status) {
        return switch (status) {
            case "success" -> "✓";
            case "failure", "startup_failure" -> "✗";
            case "cancelled" -> "⊗";
            case "skipped" -> "⊘";
            case "timed_out" -> "⏱";
            case "in_progress" -> "●";
            case "action_required" -> "!";
            case "neutral", "stale" -> "–";
            default -> "○";
        };
    }
}
