package io.painchain.gitlab.integration;

import java.util.Set;

import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.cycle.PollingContext;
import io.painchain.connector.cycle.PollingContext.Times;
import io.painchain.connector.cycle.Provider;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.integration.IntegrationView;

public record GitLab(ConnectorContext context) implements Provider {

    public static IntegrationPoller poller(ConnectorContext context, ConnectorType type, String worker) {
        ConnectorSettings settings = context.settings();
        Times times = new Times(settings.pollingInterval(), settings.cadences().resources(), settings.probeFrom());
        return new IntegrationPoller(new PollingContext(new GitLab(context), context.backend(), context.lanes(),
                context.clock(), context.syncs(), context.tracking(), times, context.stopping()), type, worker);
    }

    @Override
    public String name() {
        return "GitLab";
    }

    @Override
    public SyncedIntegration open(IntegrationView integration, Runnable goOn) {
        IntegrationConfig config = IntegrationConfig.parse(integration.config(), context.settings().pollingInterval(),
                context.settings().server());
        return new GitLabIntegration(config, context, new ProjectTasks(integration.id(), config, context, goOn));
    }

    @Override
    public void keepOnly(Set<String> tokens) {
        context.budgets().keepOnly(tokens);
    }
}
