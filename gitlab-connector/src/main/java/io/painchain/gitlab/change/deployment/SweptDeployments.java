package io.painchain.gitlab.change.deployment;

import java.util.List;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.ci.Deployment;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

final class SweptDeployments extends SweptRecords<Deployment, DeploymentsState, ProjectReader> {

    SweptDeployments() {
        super(DeploymentKind.KIND, DeploymentKind.SOURCE, DeploymentsSource.LIST,
                new Shape<>(Deployment.class, null, Deployment::updatedAt));
    }

    @Override
    public List<SweptItem<Deployment>> items(ProjectReader reader, Known<DeploymentsState> known,
            List<Deployment> deployments) {
        return deployments.stream().map(deployment -> new SweptItem<>(deployment, deployment.updatedAt(),
                deployment.id() + ":" + deployment.status() + ":" + deployment.updatedAt(),
                () -> DeploymentsSource.drafts(reader, deployment, false).stream().map(Drafts::probing).toList())).toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<DeploymentsState> known, List<Deployment> missing) {
        return missing.stream().flatMap(deployment -> DeploymentsSource.drafts(reader, deployment, true).stream()).toList();
    }
}
