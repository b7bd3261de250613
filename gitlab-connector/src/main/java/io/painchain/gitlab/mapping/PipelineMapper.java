package io.painchain.gitlab.mapping;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Moments;
import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.api.record.ci.Job;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.api.record.ci.PipelineDetails;
import io.painchain.model.event.EventDraft;

/** A pipeline keeps its event through retries. */
public final class PipelineMapper {

    private static final Duration LONGEST = Duration.ofDays(40);
    /** One without change for this long is shown as stale. */
    public static final Duration SILENCE = Duration.ofDays(1);
    /** For somebody, or for something else. */
    private static final Set<String> WAITING = Set.of("manual", "scheduled", "waiting_for_resource", "waiting_for_callback");

    private PipelineMapper() {
    }

    /**
     * @param alone whether the record was read alone, with user, start and end; {@code details} are null while it goes on
     * @param parent the pipeline that started it, or null
     */
    public static EventDraft toDraft(ProjectScope scope, Pipeline pipeline, boolean alone, PipelineDetails details,
            Long parent) {
        return draft(scope, isSilent(scope, pipeline) ? pipeline.as("stale") : pipeline, alone, details, parent);
    }

    /** Drafts an unfinished one that no longer exists. */
    public static EventDraft deleted(ProjectScope scope, Pipeline pipeline, Instant answeredAt) {
        return Drafts.asOf(draft(scope, pipeline, false, null, null), answeredAt);
    }

    private static boolean isSilent(ProjectScope scope, Pipeline pipeline) {
        return !pipeline.ended() && !WAITING.contains(pipeline.status()) && scope.answeredAt() != null
                && pipeline.updatedAt().isBefore(scope.answeredAt().minus(SILENCE));
    }

    private static EventDraft draft(ProjectScope scope, Pipeline pipeline, boolean alone, PipelineDetails details,
            Long parent) {
        PipelineRef ref = PipelineRef.of(pipeline);
        String id = "pipeline-" + scope.identity() + "-" + pipeline.id();
        DraftBuilder draft = DraftBuilder.of(scope, "pipeline").externalId(id)
                .title("[Pipeline] ", emoji(pipeline.status()) + " ", nameOf(pipeline), ref.words() == null ? "" : " - ",
                        ref.words())
                .at("started_at", pipeline.began(), pipeline.createdAt(), pipeline.updatedAt()).asOf(pipeline.updatedAt())
                .author(alone ? User.loginOf(pipeline.user()) : null).url(pipeline.webUrl()).status(pipeline.status())
                .entity(scope.pipeline(pipeline.id())).key(id).key(parent == null ? null : scope.pipeline(parent))
                .images(pipeline.name());
        refs(draft, scope, pipeline, ref);
        draft.data("pipeline_id", pipeline.id()).data("run_number", pipeline.iid()).data("source", pipeline.source())
                .data("ref", pipeline.ref()).data("logs_url", pipeline.webUrl()).data("parent_pipeline_id", parent);
        if (alone) {
            draft.data("queued_seconds", pipeline.queuedDuration()).data("coverage", pipeline.coverage());
        } else {
            draft.partly();
        }
        return (alone || details != null ? ending(draft, scope, pipeline, details) : draft).build();
    }

    private static void refs(DraftBuilder draft, ProjectScope scope, Pipeline pipeline, PipelineRef ref) {
        boolean commit = ref.realCommit() && pipeline.sha() != null;
        draft.key(commit ? scope.commit(pipeline.sha()) : null).key(ref.iid() == null ? null : scope.mergeRequest(ref.iid()))
                .key(ref.tag() && ref.name() != null ? scope.tag(ref.name()) : null)
                .data("branch", ref.tag() ? null : ref.name()).data("tag", ref.tag() ? ref.name() : null)
                .data("mr_pipeline", ref.kind()).data("commit_sha", Text.shortSha(pipeline.sha(), 7))
                .data("head_sha", pipeline.sha());
    }

    /** While a retried one runs again, the record still has the end before. */
    private static DraftBuilder ending(DraftBuilder draft, ProjectScope scope, Pipeline pipeline, PipelineDetails details) {
        if (!pipeline.ended()) {
            return draft;
        }
        draft.until("finished_at", pipeline.finishedAt()).data("duration_seconds",
                Moments.seconds(pipeline.began(), pipeline.finishedAt(), LONGEST));
        if (details == null) {
            return draft.partly();
        }
        List<Job> failed = details.jobs() == null ? null : details.failed();
        return draft.fact("failed_jobs_count", failed == null ? null : failed.size())
                .fact("failed_jobs", failed == null ? null : failed.stream().map(PipelineMapper::entry).toList())
                .data("retried_jobs_count", details.jobs() == null ? null : retried(details.jobs()))
                .data("downstream", downstream(details));
    }

    /** GitLab does not mark them: of several jobs with one name all but the last are retried ones. */
    private static long retried(List<Job> jobs) {
        return jobs.size() - jobs.stream().map(Job::name).filter(Objects::nonNull).distinct().count()
                - jobs.stream().filter(job -> job.name() == null).count();
    }

    private static List<Map<String, Object>> downstream(PipelineDetails details) {
        if (details.downstream() == null || details.downstream().isEmpty()) {
            return null;
        }
        return details.downstream().stream().map(one -> {
            Map<String, Object> entry = new LinkedHashMap<>();
            entry.put("pipeline_id", one.id());
            entry.put("status", one.status());
            entry.put("url", one.webUrl());
            entry.values().removeIf(Objects::isNull);
            return entry;
        }).toList();
    }

    private static Map<String, Object> entry(Job job) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("id", job.id());
        entry.put("name", Text.line(job.name()));
        entry.put("stage", Text.line(job.stage()));
        entry.put("failure_reason", Text.word(job.failureReason()));
        entry.put("allow_failure", Boolean.TRUE.equals(job.allowFailure()));
        entry.put("log_url", job.webUrl());
        entry.values().removeIf(Objects::isNull);
        return entry;
    }

    private static String nameOf(Pipeline pipeline) {
        if (pipeline.name() != null && !pipeline.name().isBlank()) {
            return pipeline.name();
        }
        return pipeline.source() == null ? "pipeline " + pipeline.id() : pipeline.source();
    }

    private static String emoji(String status) {
        return switch (status) {
            case "success" -> "✓";
            case "failed" -> "✗";
            case "canceled" -> "⊗";
            case "skipped" -> "⊘";
            case "running" -> "●";
            case "manual" -> "!";
            case "stale", "deleted" -> "–";
            default -> "○";
        };
    }
}
