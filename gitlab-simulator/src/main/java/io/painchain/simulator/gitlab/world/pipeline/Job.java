package io.painchain.simulator.gitlab.world.pipeline;

import java.time.Instant;

import io.painchain.simulator.gitlab.world.base.User;

/** A job of a pipeline. A bridge has the pipeline that it started; a job that was retried is one of the past. */
public final class Job {

    private final long id;
    private final NewJob made;
    private final User user;
    private final Instant createdAt;
    private String status = "created";
    private Instant startedAt;
    private Instant finishedAt;
    private String failureReason;
    private boolean retried;
    private Pipeline downstream;

    /** What the configuration says of a job. */
    public record NewJob(String name, String stage, boolean allowFailure, boolean manual, boolean bridge) {

        public static NewJob of(String name) {
            return new NewJob(name, name, false, false, false);
        }

        public NewJob allowedToFail() {
            return new NewJob(name, stage, true, manual, bridge);
        }

        public NewJob byHand() {
            return new NewJob(name, stage, allowFailure, true, bridge);
        }

        public NewJob trigger() {
            return new NewJob(name, stage, allowFailure, manual, true);
        }
    }

    Job(long id, NewJob made, User user, Instant createdAt) {
        this.id = id;
        this.made = made;
        this.user = user;
        this.createdAt = createdAt;
    }

    public long id() {
        return id;
    }

    public NewJob made() {
        return made;
    }

    public User user() {
        return user;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String status() {
        return status;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant finishedAt() {
        return finishedAt;
    }

    public String failureReason() {
        return failureReason;
    }

    public boolean retried() {
        return retried;
    }

    /** The pipeline that a bridge started; else null. */
    public Pipeline downstream() {
        return downstream;
    }

    public boolean failed() {
        return status.equals("failed");
    }

    boolean unfinished() {
        return finishedAt == null && !status.equals("skipped");
    }

    void start(Instant at) {
        status = "running";
        startedAt = startedAt == null ? at : startedAt;
    }

    void finish(String result, String reason, Instant at) {
        status = result;
        failureReason = result.equals("failed") ? reason : null;
        finishedAt = result.equals("skipped") ? null : at;
    }

    void block(String word) {
        status = word;
    }

    void supersede() {
        retried = true;
    }

    void starts(Pipeline pipeline) {
        downstream = pipeline;
    }
}
