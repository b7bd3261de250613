package io.painchain.kubernetes;

import java.time.Clock;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.process.ConnectorProcess;
import io.painchain.kubernetes.api.ClusterClient;
import io.painchain.kubernetes.cluster.ConnectorContext;
import io.painchain.kubernetes.cluster.Kubernetes;
import io.painchain.kubernetes.cluster.OpenClusters;
import io.painchain.kubernetes.cluster.WatchMetrics;
import io.painchain.kubernetes.config.ConnectorSettings;
import io.painchain.kubernetes.projection.Digests;
import io.painchain.kubernetes.taskhandler.ConnectorTasks;
import io.painchain.model.connector.ConnectorType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.vertx.core.Vertx;

@ApplicationScoped
public class ConnectorLifecycle {

    private static final Logger LOG = Logger.getLogger(ConnectorLifecycle.class);
    private static final String TYPE = "kubernetes";
    private static final int CLUSTERS_AT_ONCE = 10;

    private final ConnectorProcess process;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final OpenClusters clusters = new OpenClusters();

    ConnectorLifecycle(ConnectorProcess process, Clock clock, MeterRegistry meters, Vertx vertx) {
        this.process = process;
        this.clock = clock;
        this.meters = meters;
        this.vertx = vertx;
    }

    public void start(ConnectorSettings settings) {
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics(TYPE, meters, clock, settings.metricsOfEachRepository());
        ConnectorContext context = new ConnectorContext(settings, new ClusterClient(vertx, settings.requestTimeout()), backend,
                new EventPublisher(backend, ConnectorProcess.RETRY, syncs::posted),
                new FairExecutor(process.threads(), CLUSTERS_AT_ONCE), new FairExecutor(process.threads(), 1),
                new Digests(settings.connectorKey()), clock, syncs, new RateLimitTracking(TYPE, backend, meters, clock),
                new WatchMetrics(meters), process::stopping);
        ConnectorType type = ConnectorMetadata.load(TYPE);
        IntegrationPoller polling = Kubernetes.poller(context, clusters, type, settings.worker());
        process.start(backend, new ConnectorProcess.Worker(type.id(), settings.worker()), polling,
                new ConnectorTasks(context, polling::hurry, process.threads()).all());
        LOG.infof("Worker %s watches for %s", settings.worker(), settings.backendApi());
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        clusters.tick();
    }

    /** The next process goes on from the checkpoints. */
    void stop(@Observes ShutdownEvent event) {
        clusters.close();
    }
}
