package io.painchain.kubernetes.mapping;

import java.time.Instant;

import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.JobFacts;
import io.painchain.model.event.EventDraft;

public final class JobMapper {

    private JobMapper() {
    }

    public static EventDraft job(ClusterScope scope, ObjectState job, JobFacts facts) {
        String id = "job-" + scope.object("Job", job.name()) + "@" + job.shortUid();
        return scope.draft("job_run", "Job", job.name()).externalId(id).key(id)
                .title("[Job] " + Marks.of(facts.status()) + " " + job.name()).at("begin", facts.begin(), job.created())
                .until("end", facts.end()).asOf(job.asOf()).status(facts.status()).author(job.manager())
                .data("message", facts.message()).build();
    }

    /** @param facts of its newest run, which ended */
    public static EventDraft streak(ClusterScope scope, ObjectState job, JobFacts facts, Instant first, int failures) {
        Meta.Owner owner = facts.cronJob();
        boolean over = facts.status().equals("success");
        String digits = owner.uid().replace("-", "");
        String id = "cronjob-" + scope.object("CronJob", owner.name()) + "@" + digits.substring(0, Math.min(8, digits.length()))
                + "#failing-" + first.getEpochSecond();
        return scope.draft("job_run", "CronJob", owner.name()).externalId(id).key(id)
                .title("[CronJob] " + Marks.of(over ? "resolved" : "failure") + " " + owner.name() + ": "
                        + (failures == 1 ? "1 failure" : failures + " failures"))
                .at("first", first).until("end", over ? facts.end() : null).asOf(job.asOf())
                .status(over ? "resolved" : "open").data("failures", failures).data("message", facts.message()).build();
    }
}
