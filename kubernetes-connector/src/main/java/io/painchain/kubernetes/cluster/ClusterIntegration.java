package io.painchain.kubernetes.cluster;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.cycle.RepositoryProbe;
import io.painchain.connector.cycle.RepositoryTask;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.provider.ProviderException;
import io.painchain.kubernetes.api.ApiSettings;
import io.painchain.kubernetes.api.KubernetesApi;
import io.painchain.kubernetes.api.TokenFacts;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.inventory.ClusterDocument;
import io.painchain.kubernetes.inventory.StoredCluster;

/** One version of an integration; its cluster is opened with the first cycle that reaches it. */
final class ClusterIntegration implements SyncedIntegration {

    private static final Duration EXPIRES_SOON = Duration.ofDays(7);
    private static final AtomicLong LANES = new AtomicLong();

    private final String integrationId;
    private final ClusterConfig config;
    private final ConnectorContext context;
    private final OpenClusters clusters;
    private final Runnable goOn;
    private volatile List<RepositoryTask> tasks = List.of();
    private ClusterWatch watch;

    ClusterIntegration(String integrationId, ClusterConfig config, ConnectorContext context, OpenClusters clusters,
            Runnable goOn) {
        this.integrationId = integrationId;
        this.config = config;
        this.context = context;
        this.clusters = clusters;
        this.goOn = goOn;
    }

    @Override
    public String words() {
        return config.toString();
    }

    @Override
    public Duration pollInterval() {
        return config.pollInterval();
    }

    @Override
    public UnsoundNames unsound() {
        return new UnsoundNames(List.of(), "a namespace's name");
    }

    @Override
    public String token() {
        return config.login().map(login -> RateLimitBudgets.keyOf(login.server().base(), login.token())).orElse("in-cluster");
    }

    @Override
    public String tokenHash() {
        return token();
    }

    @Override
    public List<String> warnings() {
        Instant expiry = config.login().map(login -> TokenFacts.of(login.token()).expiresAt()).orElse(null);
        boolean soon = expiry != null && expiry.isBefore(context.clock().instant().plus(EXPIRES_SOON));
        return soon ? List.of("The token expires at " + expiry + "; after that nothing is read") : List.of();
    }

    @Override
    public Optional<ProviderException> blocked() {
        return Optional.empty();
    }

    @Override
    public List<Quota> quotas() {
        return List.of();
    }

    @Override
    public RepositoryProbe probe() {
        return new RepositoryProbe() {
            @Override
            public int atOnce() {
                return Integer.MAX_VALUE;
            }

            @Override
            public boolean available() {
                return true;
            }

            @Override
            public Map<String, Sight> look(List<String> names) {
                return Map.of();
            }
        };
    }

    @Override
    public void refresh() {
        if (watch == null) {
            goOn.run();
            watch = open();
            clusters.add(watch, goOn);
            tasks = WatchedTargets.repositories(config, watch.name()).stream()
                    .map(name -> new RepositoryTask(name, new ClusterStanding(name, config, watch, goOn))).toList();
        }
    }

    private ClusterWatch open() {
        String name = integrationId + "/" + LANES.incrementAndGet();
        Executor lane = task -> context.order().submit(name, task);
        ApiSettings settings = new ApiSettings(context.settings().requestTimeout(), context.clock(), lane);
        KubernetesApi api = config.login().map(login -> context.clients().open(login, settings))
                .orElseGet(() -> context.clients().openOwn(settings));
        try {
            ClusterConnection connection = new ClusterConnection(api);
            connection.version();
            StoredCluster stored = new StoredCluster(context.backend().checkpoints(integrationId));
            ClusterDocument begun = stored.cluster(connection.uid(), config.clusterName(), context.digests().keyId());
            return new ClusterWatch(integrationId, config, connection, begun, stored, context, lane);
        } catch (RuntimeException e) {
            api.close();
            throw e;
        }
    }

    @Override
    public List<RepositoryTask> repositories() {
        return tasks;
    }

    @Override
    public void reach(String repository, PastFindings past) {
        // A backfill reads histories of objects and moves no begin.
    }
}
