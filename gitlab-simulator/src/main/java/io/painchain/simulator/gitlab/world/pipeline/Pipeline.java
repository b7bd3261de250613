package io.painchain.simulator.gitlab.world.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.painchain.simulator.gitlab.world.base.User;

/** A pipeline as it is now: no status history, and through retries the same number. */
public final class Pipeline {

    private static final Set<String> TERMINAL = Set.of("success", "failed", "canceled", "skipped");

    private final long id;
    private final int iid;
    private final NewPipeline made;
    private final String sha;
    private final User user;
    private final Instant createdAt;
    private final Pipeline parent;
    private final List<Job> jobs = new ArrayList<>();
    private String status = "created";
    private Instant updatedAt;
    private Instant startedAt;
    private Instant finishedAt;

    /** The numbers of a pipeline and what started it; parent is null but for a child pipeline. */
    record Birth(long id, int iid, String sha, User user, Instant at, Pipeline parent) {
    }

    Pipeline(Birth birth, NewPipeline made) {
        this.id = birth.id();
        this.iid = birth.iid();
        this.sha = birth.sha();
        this.user = birth.user();
        this.createdAt = birth.at();
        this.updatedAt = birth.at();
        this.parent = birth.parent();
        this.made = made;
    }

    public long id() {
        return id;
    }

    public int iid() {
        return iid;
    }

    public NewPipeline made() {
        return made;
    }

    public String sha() {
        return sha;
    }

    public User user() {
        return user;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** The end; of a pipeline that runs again the end before. */
    public Instant finishedAt() {
        return finishedAt;
    }

    public String status() {
        return status;
    }

    public boolean ended() {
        return TERMINAL.contains(status);
    }

    public Pipeline parent() {
        return parent;
    }

    /** All jobs, also those of the past, oldest first; bridges are among them. */
    public List<Job> jobs() {
        return List.copyOf(jobs);
    }

    void add(Job job) {
        jobs.add(job);
    }

    void start(Instant at) {
        status = "running";
        startedAt = startedAt == null ? at : startedAt;
        updatedAt = at;
    }

    void finish(String result, Instant at) {
        status = result;
        finishedAt = at;
        updatedAt = at;
    }

    /** Waits for a person; that has no end. */
    void become(String word, Instant at) {
        status = word;
        updatedAt = at;
    }
}
