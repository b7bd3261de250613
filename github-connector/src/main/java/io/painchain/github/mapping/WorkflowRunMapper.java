package io.painchain.github.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Moments;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.EventDraft;

public final class WorkflowRunMapper {

    /** GitHub ends a run after 35 days. */
    private static final Duration LONGEST = Duration.ofDays(40);
    /** A run without change for this long is stale. */
    private static final Duration SILENCE = Duration.ofDays(1);
    /** Waits for a person, however long. */
    private static final Set<String> WAITING = Set.of("waiting", "action_required");

    /** GitHub says "completed" before it names the conclusion. */
    private static final Set<String> BEGUN = Set.of("in_progress", "completed");

    private WorkflowRunMapper() {
    }

    /** @param details null where not read, so that the stored facts stay */
    public static EventDraft toDraft(RepositoryScope scope, WorkflowRun run, RunDetails details) {
        return draft(scope, run, details, statusOf(scope, run));
    }

    /** Drafts an unfinished run that no longer exists. */
    public static EventDraft deleted(RepositoryScope scope, WorkflowRun run, Instant answeredAt) {
        return Drafts.asOf(draft(scope, run, null, "deleted"), answeredAt);
    }

    private static EventDraft draft(RepositoryScope scope, WorkflowRun run, RunDetails details, String status) {
        String id = "workflow-" + scope.identity() + "-" + run.id();
        RunHead head = RunHead.of(run, scope.repositoryId());
        DraftBuilder draft = DraftBuilder.of(scope, "workflow_run")
                .externalId(run.runAttempt() > 1 ? id + "#attempt-" + run.runAttempt() : id)
                .title("[Workflow] ", emoji(status) + " ", nameOf(run), head.words(run) == null ? "" : " - ", head.words(run))
                .at("run_started_at", run.began(), run.createdAt(), run.updatedAt()).author(authorOf(run)).url(urlOf(run))
                .status(status).description(run.displayTitle()).entity(scope.workflowRun(run.id().toString()))
                .images(run.displayTitle(), run.name());
        if (run.headSha() != null) {
            draft.key(scope.commit(run.headSha()));
        }
        run.pullRequests().stream().filter(pull -> pull.of(scope.repositoryId()))
                .forEach(pull -> draft.key(scope.pullRequest(pull.number())));
        if (head.queue() != null) {
            draft.key(scope.pullRequest(head.queue().pullRequest())).data("merge_queue", true)
                    .data("base_branch", head.queue().base());
        }
        facts(draft.key(id), run, details).data("branch", head.branch()).data("head_repository", head.fork());
        return ending(draft, run, details).build();
    }

    private static DraftBuilder facts(DraftBuilder draft, WorkflowRun run, RunDetails details) {
        draft.data("run_id", run.id()).data("workflow_id", run.workflowId()).data("workflow_path", run.path())
                .data("run_number", run.runNumber()).data("run_attempt", run.runAttempt()).data("event", run.event())
                .data("commit_sha", Text.shortSha(run.headSha(), 7)).data("head_sha", run.headSha())
                .data("conclusion", Text.word(run.conclusion())).data("logs_url", urlOf(run));
        if (run.finished()) {
            FailedJobs.describe(draft, details);
        }
        return draft;
    }

    /** Times have whole seconds: of two states within one, the later step of a run's life wins. */
    private static Instant asOf(Instant moment, WorkflowRun run) {
        return moment.plusMillis(run.finished() ? 2 : BEGUN.contains(run.status()) ? 1 : 0);
    }

    /** A change long after the start may have another reason than the run's end. */
    private static DraftBuilder ending(DraftBuilder draft, WorkflowRun run, RunDetails details) {
        if (!run.finished()) {
            return draft.asOf(asOf(run.updatedAt(), run));
        }
        Instant known = details == null ? null : details.endedAt();
        if (known == null && run.endIsDoubtful()) {
            return draft.asOf(asOf(run.began(), run)).odd("updated_at", run.updatedAt());
        }
        Instant end = known == null ? run.updatedAt() : known;
        return draft.asOf(asOf(end, run)).until("updated_at", end).data("duration_seconds",
                Moments.seconds(run.began(), end, LONGEST));
    }

    private static String statusOf(RepositoryScope scope, WorkflowRun run) {
        if (run.finished()) {
            return Text.word(run.conclusion());
        }
        String reported = Text.word(run.status());
        Instant now = scope.answeredAt();
        boolean silent = now != null && run.updatedAt().isBefore(now.minus(SILENCE));
        if (silent && !WAITING.contains(reported)) {
            return "stale";
        }
        return "completed".equals(reported) ? "in_progress" : reported;
    }

    private static String nameOf(WorkflowRun run) {
        if (run.name() != null && !run.name().isBlank()) {
            return run.name();
        }
        return run.path() == null ? "run " + run.id() : run.path();
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
            case "neutral", "stale", "deleted" -> "–";
            default -> "○";
        };
    }
}
