package io.painchain.github.change.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.mapping.DeploymentMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks deployments and their statuses, including those that left the first page. */
public final class SweptDeployments extends SweptRecords<Deployment, DeploymentsState, RepositoryReader> {

    private static final int MOST = 100;

    /** Last change by id of deployments whose statuses were compared: each comparison costs a request. */
    private final Map<Long, Instant> compared = new HashMap<>();

    SweptDeployments() {
        super(DeploymentKind.KIND, "deployments", "/deployments?per_page=100",
                new Shape<>(Deployment.class, null, Deployment::createdAt));
    }

    @Override
    public List<SweptItem<Deployment>> items(RepositoryReader reader, Known<DeploymentsState> known,
            List<Deployment> deployments) {
        compared.keySet().retainAll(deployments.stream().map(Deployment::id).toList());
        return deployments.stream().map(deployment -> new SweptItem<>(deployment, deployment.createdAt(),
                deployment.id() + ":" + deployment.updatedAt(), () -> probes(reader, deployment))).toList();
    }

    private List<EventDraft> probes(RepositoryReader reader, Deployment deployment) {
        List<EventDraft> probes = new ArrayList<>();
        probes.add(DeploymentMapper.toDraft(reader.scope(), deployment));
        if (!deployment.updatedAt().equals(compared.get(deployment.id()))) {
            reader.details().attempt(() -> DeploymentsSource.statuses(reader, deployment, new ArrayList<>()))
                    .ifPresent(probes::addAll);
        }
        return probes;
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<DeploymentsState> known, List<Deployment> missing) {
        return List.of();
    }

    @Override
    public int most() {
        return MOST;
    }

    @Override
    public void compared(List<Deployment> deployments, Instant answeredAt) {
        deployments.stream().filter(deployment -> deployment.updatedAt().isBefore(answeredAt.minus(DeploymentsSource.SETTLED)))
                .forEach(deployment -> compared.put(deployment.id(), deployment.updatedAt()));
    }
}
