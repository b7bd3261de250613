package io.painchain.day;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.kubernetes.api.ClusterClient;
import io.painchain.kubernetes.cluster.ConnectorContext;
import io.painchain.kubernetes.cluster.Kubernetes;
import io.painchain.kubernetes.cluster.OpenClusters;
import io.painchain.kubernetes.cluster.WatchMetrics;
import io.painchain.kubernetes.config.ConnectorSettings;
import io.painchain.kubernetes.projection.Digests;
import io.vertx.core.Vertx;

/** The Kubernetes connector as its process builds it. */
final class ClusterConnector implements AutoCloseable {

    private static final Vertx VERTX = Vertx.vertx();
    private static final Duration LONGEST_REQUEST = Duration.ofSeconds(10);

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final OpenClusters clusters = new OpenClusters();
    private final IntegrationPoller poller;

    ClusterConnector(URI backendApi, String key, Clock clock) {
        ConnectorSettings settings = new ConnectorSettings(backendApi, key, Duration.ofSeconds(60), LONGEST_REQUEST,
                Set.of(), "worker", false);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        BackendClient backend = new BackendClient(backendApi, key, LONGEST_REQUEST);
        SyncMetrics syncs = new SyncMetrics("kubernetes", meters, clock, false);
        ConnectorContext context = new ConnectorContext(settings, new ClusterClient(VERTX, LONGEST_REQUEST), backend,
                new EventPublisher(backend, new Retry(Duration.ofMillis(1), 3), syncs::posted),
                new FairExecutor(Runnable::run, 10), new FairExecutor(threads, 1), new Digests(key), clock, syncs,
                new RateLimitTracking("kubernetes", backend, meters, clock), new WatchMetrics(meters), stopping::get);
        poller = Kubernetes.poller(context, clusters, ConnectorMetadata.load("kubernetes"), settings.worker());
    }

    /** Lets begin what is due. */
    void tick() {
        poller.tick();
        look();
    }

    /** Lets watches that ended be opened anew. */
    void look() {
        clusters.tick();
    }

    @Override
    public void close() {
        stopping.set(true);
        clusters.close();
        threads.shutdownNow();
    }
}
