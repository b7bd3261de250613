package io.painchain.simulator.world.deployment;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.repository.Repository;

/** The deployments of a repository. */
public final class Deployments {

    private static final Comparator<Deployment> NEWEST_FIRST = Comparator.comparing(Deployment::createdAt)
            .thenComparing(Deployment::id).reversed();

    private final Repository repository;
    private final Map<Long, Deployment> deployments = new LinkedHashMap<>(0);

    public Deployments(Repository repository) {
        this.repository = repository;
    }

    public List<Deployment> newestFirst() {
        return deployments.values().stream().sorted(NEWEST_FIRST).toList();
    }

    public Optional<Deployment> find(long id) {
        return Optional.ofNullable(deployments.get(id));
    }

    public Deployment create(NewDeployment draft, By by) {
        return repository.write(() -> {
            String sha = repository.git().resolve(draft.ref());
            if (sha == null) {
                throw new UnknownThingException("There is no ref " + draft.ref() + " in " + repository.fullName());
            }
            Deployment deployment = new Deployment(repository.world().ids().deployment(), draft, sha, actor(by),
                    when(by));
            deployments.put(deployment.id(), deployment);
            return deployment;
        });
    }

    public DeploymentStatus status(long id, String state, String description, By by) {
        return status(id, state, description, 0, by);
    }

    /** The same, with the log of a workflow run. */
    public DeploymentStatus status(long id, String state, String description, long run, By by) {
        return repository.write(() -> {
            Deployment deployment = find(id).orElseThrow(() -> new UnknownThingException(
                    "There is no deployment " + id + " in " + repository.fullName()));
            DeploymentStatus status = new DeploymentStatus(repository.world().ids().deploymentStatus(), state,
                    description, actor(by), when(by), run);
            deployment.add(status);
            return status;
        });
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
