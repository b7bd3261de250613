package io.painchain.gitlab.mapping;

import java.time.Duration;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Moments;
import io.painchain.connector.draft.Text;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.api.record.ci.Job;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.model.event.EventDraft;

/** Failed jobs only; one outlives the success of its retry, which is another job. */
public final class JobMapper {

    private static final Duration LONGEST = Duration.ofDays(40);

    private JobMapper() {
    }

    public static EventDraft toDraft(ProjectScope scope, Pipeline pipeline, Job job) {
        PipelineRef ref = PipelineRef.of(pipeline);
        String name = job.name() == null || job.name().isBlank() ? "job " + job.id() : job.name();
        boolean commit = ref.realCommit() && pipeline.sha() != null;
        return DraftBuilder.of(scope, "job").externalId("job-" + scope.identity() + "-" + job.id())
                .title("[Job] ✗ ", name, ref.words() == null ? "" : " - ", ref.words())
                .at("finished_at", job.moment(), job.startedAt(), job.createdAt()).asOf(job.moment())
                .author(User.loginOf(job.user())).url(job.webUrl()).status(job.status()).entity(scope.job(job.id()))
                .key(scope.pipeline(pipeline.id())).key(commit ? scope.commit(pipeline.sha()) : null)
                .key(ref.iid() == null ? null : scope.mergeRequest(ref.iid())).data("job_id", job.id()).data("name", name)
                .data("stage", job.stage()).data("failure_reason", Text.word(job.failureReason()))
                .data("allow_failure", Boolean.TRUE.equals(job.allowFailure())).data("pipeline_id", pipeline.id())
                .data("ref", pipeline.ref()).data("commit_sha", Text.shortSha(pipeline.sha(), 7))
                .data("duration_seconds", Moments.seconds(job.startedAt(), job.finishedAt(), LONGEST))
                .data("queued_seconds", job.queuedDuration())
                .data("runner", job.runner() == null ? null : job.runner().description()).data("log_url", job.webUrl())
                .build();
    }
}
