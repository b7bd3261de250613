package io.painchain.kubernetes.cluster;

import java.util.Set;

import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.cycle.PollingContext;
import io.painchain.connector.cycle.PollingContext.Times;
import io.painchain.connector.cycle.Provider;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.integration.IntegrationView;

/** Opens integrations for the shared cycles; between their reports the clusters are watched all the time. */
public record Kubernetes(ConnectorContext context, OpenClusters clusters) implements Provider {

    public static IntegrationPoller poller(ConnectorContext context, OpenClusters clusters, ConnectorType type, String worker) {
        // Nothing is probed: watches tell what moved.
        Times times = new Times(context.settings().pollingInterval(), context.settings().pollingInterval(), Integer.MAX_VALUE);
        return new IntegrationPoller(new PollingContext(new Kubernetes(context, clusters), context.backend(), context.lanes(),
                context.clock(), context.syncs(), context.tracking(), times, context.stopping()), type, worker);
    }

    @Override
    public String name() {
        return "Kubernetes";
    }

    @Override
    public SyncedIntegration open(IntegrationView integration, Runnable goOn) {
        ClusterConfig config = ClusterConfig.parse(integration.config(),
                context.settings().mayUseOwnCluster(integration.tenantId()));
        return new ClusterIntegration(integration.id(), config, context, clusters, goOn);
    }

    @Override
    public void keepOnly(Set<String> tokens) {
        // No budget is kept by token: the server's own fairness bounds what it answers.
    }
}
