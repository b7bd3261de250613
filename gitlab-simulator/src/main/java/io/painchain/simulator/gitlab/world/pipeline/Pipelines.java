package io.painchain.simulator.gitlab.world.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.base.User;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The pipelines of a project. */
public final class Pipelines {

    private static final String FAILURE = "script_failure";

    private final Basis basis;
    private final Repository repository;
    private final List<Pipeline> all = new ArrayList<>();
    private int last;

    public Pipelines(Basis basis, Repository repository) {
        this.basis = basis;
        this.repository = repository;
    }

    /** All, also the children, oldest first. */
    public List<Pipeline> all() {
        return List.copyOf(all);
    }

    public Pipeline get(long id) {
        return all.stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> new UnknownThingException("There is no pipeline " + id));
    }

    public Pipeline ofJob(long job) {
        return all.stream().filter(one -> one.jobs().stream().anyMatch(candidate -> candidate.id() == job)).findFirst()
                .orElseThrow(() -> new UnknownThingException("There is no job " + job));
    }

    public Job job(long id) {
        return ofJob(id).jobs().stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    public Pipeline create(NewPipeline made, By by) {
        return create(made, null, by);
    }

    /** A pipeline that a bridge of another starts; lists leave it out unless they ask for its source. */
    public Pipeline child(long parent, NewPipeline made, By by) {
        Pipeline above = get(parent);
        Pipeline child = create(made.source("parent_pipeline").sha(above.sha()), above, by);
        Job bridge = above.jobs().stream().filter(job -> job.made().bridge() && job.downstream() == null).findFirst()
                .orElseGet(() -> add(above, NewJob.of("trigger").trigger(), basis.user(by), basis.at(by)));
        bridge.start(basis.at(by));
        bridge.starts(child);
        return child;
    }

    public Pipeline start(long id, By by) {
        Pipeline pipeline = get(id);
        pipeline.start(basis.at(by));
        pipeline.jobs().stream().filter(Job::unfinished).filter(job -> !job.made().manual())
                .forEach(job -> job.start(basis.at(by)));
        return pipeline;
    }

    /** Ends one job; its pipeline goes on. */
    public Job finishJob(long id, String result, String reason, By by) {
        Pipeline pipeline = ofJob(id);
        Job job = job(id);
        if (job.startedAt() == null) {
            job.start(basis.at(by));
        }
        job.finish(result, reason == null ? FAILURE : reason, basis.at(by));
        pipeline.become(pipeline.startedAt() == null ? "running" : pipeline.status(), basis.at(by));
        return job;
    }

    /** Ends the pipeline; of jobs still running the last fails, if it fails, and the others succeed. */
    public Pipeline finish(long id, String result, By by) {
        Pipeline pipeline = get(id);
        Instant at = basis.at(by);
        if (pipeline.startedAt() == null && !result.equals("skipped")) {
            start(id, by);
        }
        List<Job> open = pipeline.jobs().stream().filter(Job::unfinished).filter(job -> !job.made().manual()).toList();
        for (Job job : open) {
            boolean last = job == open.get(open.size() - 1);
            job.finish(result.equals("failed") && !last ? "success" : result, FAILURE, at);
        }
        pipeline.jobs().stream().filter(job -> job.made().manual() && job.status().equals("created"))
                .forEach(job -> job.block("manual"));
        pipeline.finish(result, at);
        closeBridge(pipeline, result, at);
        return pipeline;
    }

    /** Blocks it at a job that a person must start; it may stay so for ever. */
    public Pipeline block(long id, By by) {
        Pipeline pipeline = start(id, by);
        Instant at = basis.at(by);
        for (Job job : pipeline.jobs()) {
            if (job.made().manual()) {
                job.block("manual");
            } else if (job.unfinished()) {
                job.finish("success", null, at);
            }
        }
        pipeline.become("manual", at);
        return pipeline;
    }

    /** Runs what failed once more: new jobs, the same pipeline, whose start stays and whose end is stale for now. */
    public Pipeline retry(long id, By by) {
        Pipeline pipeline = get(id);
        List<Job> failed = pipeline.jobs().stream().filter(job -> !job.retried())
                .filter(job -> job.failed() || job.status().equals("canceled")).toList();
        if (failed.isEmpty()) {
            throw new ImpossibleChangeException("Nothing of pipeline " + id + " can be retried");
        }
        for (Job job : failed) {
            job.supersede();
            add(pipeline, job.made(), basis.user(by), basis.at(by)).start(basis.at(by));
        }
        pipeline.start(basis.at(by));
        return pipeline;
    }

    /** The list says nothing of it. */
    public void delete(long id) {
        all.remove(get(id));
    }

    private Pipeline create(NewPipeline made, Pipeline parent, By by) {
        String sha = made.sha() == null ? repository.get(made.ref()).sha() : made.sha();
        Instant at = basis.at(by);
        Pipeline pipeline = new Pipeline(
                new Pipeline.Birth(basis.next(Numbered.PIPELINE), ++last, sha, basis.user(by), at, parent), made);
        made.jobs().forEach(job -> add(pipeline, job, basis.user(by), at));
        all.add(pipeline);
        return pipeline;
    }

    private Job add(Pipeline pipeline, NewJob made, User user, Instant at) {
        Job job = new Job(basis.next(Numbered.JOB), made, user, at);
        pipeline.add(job);
        return job;
    }

    private static void closeBridge(Pipeline child, String result, Instant at) {
        if (child.parent() != null) {
            child.parent().jobs().stream().filter(job -> job.downstream() == child)
                    .forEach(job -> job.finish(result, "downstream_pipeline_creation_failed", at));
        }
    }
}
