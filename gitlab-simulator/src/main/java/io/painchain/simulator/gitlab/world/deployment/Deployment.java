package io.painchain.simulator.gitlab.world.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.base.User;
import io.painchain.simulator.gitlab.world.pipeline.Job;

/** A deployment as it is now; what was before is lost. Made over the API it has no job. */
public final class Deployment {

    private final long id;
    private final int iid;
    private final NewDeployment made;
    private final String sha;
    private final User user;
    private final Instant createdAt;
    private final long environmentId;
    private String status;
    private Instant updatedAt;
    private Instant finishedAt;
    private List<Integer> shipped = List.of();
    private final List<Status> history = new ArrayList<>();

    /** What it became when. */
    public record Status(String word, Instant at) {
    }

    /** What is deployed where; job is null where the API made it. */
    public record NewDeployment(String ref, boolean tag, String environment, Job job) {

        public static NewDeployment of(String ref, String environment) {
            return new NewDeployment(ref, false, environment, null);
        }

        public NewDeployment by(Job deploying) {
            return new NewDeployment(ref, tag, environment, deploying);
        }

        public NewDeployment ofTag() {
            return new NewDeployment(ref, true, environment, job);
        }
    }

    /** Its numbers and who made it. */
    record Birth(long id, int iid, String sha, User user, Instant at, long environmentId) {
    }

    Deployment(Birth birth, NewDeployment made) {
        this.id = birth.id();
        this.iid = birth.iid();
        this.sha = birth.sha();
        this.user = birth.user();
        this.createdAt = birth.at();
        this.updatedAt = birth.at();
        this.environmentId = birth.environmentId();
        this.made = made;
    }

    public long id() {
        return id;
    }

    public int iid() {
        return iid;
    }

    public NewDeployment made() {
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

    public Instant finishedAt() {
        return finishedAt;
    }

    public long environmentId() {
        return environmentId;
    }

    public String status() {
        return status;
    }

    /** The numbers of the merge requests that it shipped; known once it succeeded. */
    public List<Integer> shipped() {
        return shipped;
    }

    /** Everything that it was, oldest first; GitLab keeps the last only. */
    public List<Status> history() {
        return List.copyOf(history);
    }

    void become(String word, Instant at) {
        history.add(new Status(word, at));
        status = word;
        updatedAt = at;
        finishedAt = List.of("success", "failed", "canceled").contains(word) ? at : null;
    }

    void ships(List<Integer> mergeRequests) {
        shipped = List.copyOf(mergeRequests);
    }
}
