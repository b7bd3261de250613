package io.painchain.github.change.deployment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.list.ListState;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;

public final class DeploymentKind implements GitHubKind<DeploymentsState> {

    public static final DeploymentKind KIND = new DeploymentKind();

    private DeploymentKind() {
    }

    @Override
    public String name() {
        return "deployments";
    }

    @Override
    public String words() {
        return "deployments";
    }

    @Override
    public List<LedgerSource> ledger() {
        return List.of(LedgerSource.of("deployments", Set.of("deployment", "deployment_status"), "deployments"));
    }

    @Override
    public Class<DeploymentsState> sliceType() {
        return DeploymentsState.class;
    }

    @Override
    public DeploymentsState unread() {
        return DeploymentsState.UNREAD;
    }

    @Override
    public DeploymentsState forgetTags(DeploymentsState slice) {
        return slice.forgetTags();
    }

    @Override
    public DeploymentsState asOf(DeploymentsState slice, Instant moment) {
        return new DeploymentsState(ListState.since(moment), Map.of());
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(cadences.resources());
    }

    @Override
    public Vouching vouching() {
        return Vouching.CONFIRMS;
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
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(6, "deployments", "/deployments", "deployments"));
    }
}
