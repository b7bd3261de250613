package io.painchain.github.change.deployment;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.Deployment;
import io.painchain.github.api.record.DeploymentStatus;
import io.painchain.github.mapping.DeploymentMapper;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;

public final class DeploymentKind extends GitHubKind<DeploymentsState> {

    public static final DeploymentKind KIND = new DeploymentKind();

    private DeploymentKind() {
        super("deployments", "deployments",
                new SliceType<>(DeploymentsState.class, DeploymentsState.UNREAD, DeploymentsState::forgetTags),
                LedgerSource.of("deployments", Set.of("deployment", "deployment_status"), "deployments"));
    }

    @Override
    public DeploymentsState asOf(DeploymentsState slice, Instant moment) {
        return new DeploymentsState(ListState.since(moment), Map.of(), Map.of());
    }

    @Override
    public Source<DeploymentsState, RepositoryReader> source(SourceSetup setup) {
        return new DeploymentsSource();
    }

    @Override
    public List<ProbeMark> probeMarks() {
        return List.of(ProbeMark.newest("deployments", "deployments", "CREATED_AT", "updatedAt latestStatus { updatedAt }"));
    }

    @Override
    public Set<String> movesAlso() {
        return Set.of("runs");
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("deployment", "deployment_status");
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, DeploymentsState slice) throws IOException {
        if (!payload.is("deployment") && !payload.is("deployment_status")) {
            return Optional.empty();
        }
        Deployment deployment = payload.record("deployment", Deployment.class);
        return Optional.of(HookReading.drafted(payload.is("deployment") ? DeploymentMapper.toDraft(scope, deployment)
                : DeploymentMapper.toDraft(scope, deployment, payload.record("deployment_status", DeploymentStatus.class))));
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(6, "deployments", "/deployments", "deployments"));
    }
}
