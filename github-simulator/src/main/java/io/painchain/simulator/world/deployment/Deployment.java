package io.painchain.simulator.world.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** A deployment and the states it went through, oldest first. */
public final class Deployment {

    private final long id;
    private final String ref;
    private final String sha;
    private final String environment;
    private final String description;
    private final Account creator;
    private final Instant createdAt;
    private final List<DeploymentStatus> statuses = new ArrayList<>(3);
    private Instant updatedAt;

    Deployment(long id, NewDeployment draft, String sha, Account creator, Instant createdAt) {
        this.id = id;
        this.ref = draft.ref();
        this.sha = sha;
        this.environment = draft.environment();
        this.description = draft.description();
        this.creator = creator;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
    }

    public long id() {
        return id;
    }

    public String ref() {
        return ref;
    }

    public String sha() {
        return sha;
    }

    public String environment() {
        return environment;
    }

    public String description() {
        return description;
    }

    public Account creator() {
        return creator;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<DeploymentStatus> statuses() {
        return statuses;
    }

    void add(DeploymentStatus status) {
        statuses.add(status);
        updatedAt = Repository.latest(updatedAt, status.createdAt());
    }
}
