package io.painchain.gitlab.change.deployment;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;

/** No probe shows deployments. Jobs make most, so pipelines tell of them; where the API makes some, they are polled. */
public final class DeploymentKind extends GitLabKind<DeploymentsState> {

    static final String SOURCE = "deployments";
    public static final DeploymentKind KIND = new DeploymentKind();

    /** While pipelines show nothing. */
    private static final Duration SELDOM = Duration.ofHours(6);

    private DeploymentKind() {
        super(SOURCE, "deployments",
                new SliceType<>(DeploymentsState.class, DeploymentsState.UNREAD,
                        slice -> slice.with(slice.list().forgetTags())),
                LedgerSource.of(SOURCE, Set.of("deployment", "deployment_status"), "deployments"));
    }

    @Override
    public DeploymentsState asOf(DeploymentsState slice, Instant moment) {
        return slice.with(ListState.since(moment));
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(SELDOM);
    }

    @Override
    public boolean vouchedBy(Sight sight, DeploymentsState slice, Instant doneAt) {
        return !slice.madeByApi(sight.answeredAt());
    }

    @Override
    public boolean goesOnSince(DeploymentsState slice, Instant moment) {
        return slice.goesOnSince(moment);
    }

    @Override
    public Source<DeploymentsState, ProjectReader> source(SourceSetup setup) {
        return new DeploymentsSource();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        if (!payload.is("deployment")) {
            return Optional.empty();
        }
        String status = payload.named("status");
        Lookup lookup = new Lookup(
                "deployment-" + scope.identity() + "-" + payload.number("deployment_id") + "#" + status, Set.of(status));
        return Optional.of(HookReading.lookedUp(lookup, "The list of deployments does not show this state yet"));
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(SOURCE, "/deployments", Project::environmentsAccessLevel));
    }
}
