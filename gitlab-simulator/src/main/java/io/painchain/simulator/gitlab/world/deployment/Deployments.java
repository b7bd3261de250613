package io.painchain.simulator.gitlab.world.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.git.Repository;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.MergeRequests;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** The deployments of a project. */
public final class Deployments {

    public static final Set<String> STATES = Set.of("created", "blocked", "running", "success", "failed", "canceled",
            "skipped");

    private final Basis basis;
    private final Repository repository;
    private final MergeRequests mergeRequests;
    private final List<Deployment> all = new ArrayList<>();
    private final Map<String, Long> environments = new LinkedHashMap<>();

    public Deployments(Basis basis, Repository repository, MergeRequests mergeRequests) {
        this.basis = basis;
        this.repository = repository;
        this.mergeRequests = mergeRequests;
    }

    public List<Deployment> all() {
        return List.copyOf(all);
    }

    public Deployment get(long id) {
        return all.stream().filter(one -> one.id() == id).findFirst()
                .orElseThrow(() -> new UnknownThingException("There is no deployment " + id));
    }

    public Deployment create(NewDeployment made, String status, By by) {
        long environment = environments.computeIfAbsent(made.environment(), name -> basis.next(Numbered.ENVIRONMENT));
        Deployment deployment = new Deployment(new Deployment.Birth(basis.next(Numbered.DEPLOYMENT), all.size() + 1,
                repository.get(made.ref()).sha(), basis.user(by), basis.at(by), environment), made);
        all.add(deployment);
        become(deployment, status, basis.at(by));
        return deployment;
    }

    public Deployment become(long id, String status, By by) {
        become(get(id), status, basis.at(by));
        return get(id);
    }

    private void become(Deployment deployment, String status, Instant at) {
        if (!STATES.contains(status)) {
            throw new ImpossibleChangeException("A deployment cannot be " + status);
        }
        deployment.become(status, at);
        if (status.equals("success")) {
            deployment.ships(merged(deployment, at));
        }
    }

    /** What was merged and is reached now, and was not shipped to this environment before. */
    private List<Integer> merged(Deployment deployment, Instant at) {
        List<String> reached = repository.log(deployment.sha()).stream().map(commit -> commit.sha()).toList();
        List<Integer> before = all.stream().filter(one -> one != deployment)
                .filter(one -> one.environmentId() == deployment.environmentId()).flatMap(one -> one.shipped().stream())
                .toList();
        return mergeRequests.all().stream().filter(request -> request.merged() != null)
                .filter(request -> !request.merged().at().isAfter(at)).filter(request -> reached.contains(end(request)))
                .map(MergeRequest::iid).filter(iid -> !before.contains(iid)).toList();
    }

    private static String end(MergeRequest request) {
        if (request.merged().mergeCommit() != null) {
            return request.merged().mergeCommit();
        }
        return request.merged().squashCommit() == null ? request.sha() : request.merged().squashCommit();
    }
}
