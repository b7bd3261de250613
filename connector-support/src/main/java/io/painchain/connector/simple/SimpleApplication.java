package io.painchain.connector.simple;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.cycle.PollingContext;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.process.ConnectorEnvironment;
import io.painchain.connector.process.ConnectorProcess;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.connector.simple.SimpleProvider.Surroundings;
import io.painchain.connector.taskhandler.SyncHandler;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.task.TaskKind;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Runs the one {@link SimpleConnector} there is, where {@code quarkus.package.main-class=simple}. */
@QuarkusMain(name = "simple")
public class SimpleApplication implements QuarkusApplication {

    private static final Logger LOG = Logger.getLogger(SimpleApplication.class);
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final int REPOSITORIES_AT_ONCE = 4;

    private final Instance<ConnectorProcess> processes;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Instance<SimpleConnector<?>> connectors;
    private final Instance<ConnectorEnvironment> environments;

    /** All are looked up: a test that builds its connectors by hand has this class as a bean, but none of them. */
    SimpleApplication(Instance<ConnectorProcess> processes, Clock clock, MeterRegistry meters,
            Instance<SimpleConnector<?>> connectors, Instance<ConnectorEnvironment> environments) {
        this.processes = processes;
        this.clock = clock;
        this.meters = meters;
        this.connectors = connectors;
        this.environments = environments;
    }

    @Override
    public int run(String... arguments) {
        try {
            start(connectors.get(), ProcessSettings.of(environments.get()));
        } catch (IllegalArgumentException e) {
            LOG.error(e.getMessage());
            return 1;
        }
        Quarkus.waitForExit();
        return 0;
    }

    <T> void start(SimpleConnector<T> connector, ProcessSettings settings) {
        ConnectorProcess process = processes.get();
        ConnectorType type = ConnectorMetadata.load(connector.type());
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), REQUEST);
        SyncMetrics syncs = new SyncMetrics(type.id(), meters, clock, settings.metricsOfEachRepository());
        EventPublisher publisher = new EventPublisher(backend, ConnectorProcess.RETRY, syncs::posted);
        SimpleProvider<T> provider = new SimpleProvider<>(connector, type, new Surroundings(backend, publisher,
                new HttpTransport(REQUEST, HttpTransport.ANSWER_LIMIT, Optional.empty()), clock, settings.pollingInterval()));
        IntegrationPoller poller = new IntegrationPoller(
                new PollingContext(provider, backend, new FairExecutor(process.threads(), REPOSITORIES_AT_ONCE), clock, syncs,
                        new RateLimitTracking(type.id(), backend, meters, clock),
                        new PollingContext.Times(settings.pollingInterval(), settings.pollingInterval(), Integer.MAX_VALUE),
                        process::stopping),
                type, settings.worker());
        process.start(backend, new ConnectorProcess.Worker(type.id(), settings.worker()), poller,
                Map.of(TaskKind.test, new ConnectionTestHandler<>(connector, provider), TaskKind.sync,
                        new SyncHandler(poller::hurry, publisher::tally)));
        LOG.infof("Worker %s polls for %s every %d s", settings.worker(), settings.backendApi(),
                settings.pollingInterval().toSeconds());
    }
}
