package io.painchain.github;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.PageKeeper;
import io.painchain.connector.cache.AnswerCache;
import io.painchain.connector.cache.LocalCache;
import io.painchain.connector.cache.RedisCache;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TrustedAuthorities;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.process.ConnectorProcess;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.integration.GitHub;
import io.painchain.model.connector.ConnectorType;
import io.quarkus.redis.datasource.RedisDataSource;

/** Puts the connector together and hands it to its process. */
@ApplicationScoped
public class ConnectorLifecycle {

    private static final Logger LOG = Logger.getLogger(ConnectorLifecycle.class);
    private static final int REPOSITORIES_AT_ONCE = 10;

    private final ConnectorProcess process;
    private final Clock clock;
    private final MeterRegistry meters;
    /** Connects on first use, so a connector without Redis never tries. */
    private final RedisDataSource redis;

    ConnectorLifecycle(ConnectorProcess process, Clock clock, MeterRegistry meters, RedisDataSource redis) {
        this.process = process;
        this.clock = clock;
        this.meters = meters;
        this.redis = redis;
    }

    public void start(ConnectorSettings settings) {
        HttpTransport gitHub = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT,
                settings.gitHubCa().map(file -> TrustedAuthorities.with(file, "PAINCHAIN_GITHUB_CA_FILE")));
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("github", meters, clock, settings.metricsOfEachRepository());
        ConnectorContext context = new ConnectorContext(settings, gitHub, backend,
                new EventPublisher(backend, ConnectorProcess.RETRY, syncs::posted),
                new TokenProviders(gitHub, clock), GitHubLimits.budgets(clock, settings.requestsPerMinute(), Waiting.MACHINE),
                new FairExecutor(process.threads(), REPOSITORIES_AT_ONCE), clock, new ApiMetrics("github", meters), syncs,
                new RateLimitTracking("github", backend, meters, clock), process::stopping)
                .keeping(settings.pollPages() ? new PageKeeper(backend, process.threads()) : PageKeeper.none());
        ConnectorType type = ConnectorMetadata.load("github");
        IntegrationPoller polling = GitHub.poller(context, type, settings.worker());
        process.start(backend, new ConnectorProcess.Worker(type.id(), settings.worker()), polling,
                new TaskHandlers(context, polling, process.threads(), cache(settings), meters).all());
        LOG.infof("Worker %s polls for %s every %d s", settings.worker(), settings.backendApi(),
                settings.pollingInterval().toSeconds());
    }

    private AnswerCache cache(ConnectorSettings settings) {
        return settings.redis() ? new RedisCache(redis, clock) : new LocalCache();
    }
}
