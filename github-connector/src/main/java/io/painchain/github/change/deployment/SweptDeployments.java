package io.painchain.github.change.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.mapping.DeploymentMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks deployments and their statuses, including those that left the first page. */
public final class SweptDeployments implements SweptSource<Deployment, DeploymentsState, RepositoryReader> {

    private static final SweptPages.Shape<Deployment> SHAPE = new SweptPages.Shape<>(Deployment.class, null,
            Deployment::createdAt);
    private static final int MOST = 100;

    /** Last change by id of deployments whose statuses were compared: each comparison costs a request. */
    private final Map<Long, Instant> compared = new HashMap<>();

    @Override
    public ChangeKind<DeploymentsState> owner() {
        return DeploymentKind.KIND;
    }

    @Override
    public String source() {
        return "deployments";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("deployments", "/deployments?per_page=100", from));
    }

    @Override
    public SweptPages.Shape<Deployment> shape() {
        return SHAPE;
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
