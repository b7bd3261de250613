package io.painchain.gitlab;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
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
import io.painchain.gitlab.api.GitLabLimits;
import io.painchain.gitlab.config.ConnectorSettings;
import io.painchain.gitlab.integration.ConnectorContext;
import io.painchain.gitlab.integration.GitLab;
import io.painchain.model.connector.ConnectorType;

@ApplicationScoped
public class ConnectorLifecycle {

    private static final Logger LOG = Logger.getLogger(ConnectorLifecycle.class);
    private static final String TYPE = "gitlab";

    private static final int PROJECTS_AT_ONCE = 10;

    private final ConnectorProcess process;
    private final Clock clock;
    private final MeterRegistry meters;

    ConnectorLifecycle(ConnectorProcess process, Clock clock, MeterRegistry meters) {
        this.process = process;
        this.clock = clock;
        this.meters = meters;
    }

    public void start(ConnectorSettings settings) {
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT,
                settings.ca().map(file -> TrustedAuthorities.with(file, "PAINCHAIN_GITLAB_CA_FILE")));
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics(TYPE, meters, clock, settings.metricsOfEachProject());
        ConnectorContext context = new ConnectorContext(settings, transport, backend,
                new EventPublisher(backend, ConnectorProcess.RETRY, syncs::posted),
                GitLabLimits.budgets(clock, settings.requestsPerMinute(), Waiting.MACHINE),
                new FairExecutor(process.threads(), PROJECTS_AT_ONCE), clock,
                new ApiMetrics(TYPE, meters), syncs, new RateLimitTracking(TYPE, backend, meters, clock), process::stopping);
        ConnectorType type = ConnectorMetadata.load(TYPE);
        IntegrationPoller polling = GitLab.poller(context, type, settings.worker());
        process.start(backend, new ConnectorProcess.Worker(type.id(), settings.worker()), polling,
                new TaskHandlers(context, polling, process.threads()).all());
        LOG.infof("Worker %s polls for %s every %d s", settings.worker(), settings.backendApi(),
                settings.pollingInterval().toSeconds());
    }
}
