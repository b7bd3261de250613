package io.painchain.kubernetes;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.health.PollingSigns;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.task.TaskWorker;
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
public class ConnectorLifecycle implements PollingSigns {

    private static final Logger LOG = Logger.getLogger(ConnectorLifecycle.class);
    private static final int CLUSTERS_AT_ONCE = 10;
    private static final int TASKS_AT_ONCE = 8;
    private static final Duration TASK_WAIT = Duration.ofSeconds(20);
    private static final Retry RETRY = new Retry(Duration.ofMillis(500), 6);
    private static final Duration GIVING_UP = Duration.ofSeconds(2);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Clock clock;
    private final MeterRegistry meters;
    private final Vertx vertx;
    private final OpenClusters clusters = new OpenClusters();
    private final ExecutorService threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "kubernetes-watch");
                thread.setDaemon(true);
                return thread;
            });
    /** These threads only wait for the backend's tasks, so shutdown interrupts them at once. */
    private final ExecutorService waiting = Executors.newFixedThreadPool(2, task -> {
        Thread thread = new Thread(task, "task-wait");
        thread.setDaemon(true);
        return thread;
    });
    private volatile TaskWorker tasks;
    private volatile IntegrationPoller poller;
    private volatile Runnable goodbye = () -> {
    };
    private volatile boolean stopping;

    ConnectorLifecycle(Clock clock, MeterRegistry meters, Vertx vertx) {
        this.clock = clock;
        this.meters = meters;
        this.vertx = vertx;
    }

    public void start(ConnectorSettings settings) {
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("kubernetes", meters, clock, settings.metricsOfEachRepository());
        ConnectorContext context = new ConnectorContext(settings, new ClusterClient(vertx, settings.requestTimeout()), backend,
                new EventPublisher(backend, RETRY, syncs::posted), new FairExecutor(threads, CLUSTERS_AT_ONCE),
                new FairExecutor(threads, 1), new Digests(settings.connectorKey()), clock, syncs,
                new RateLimitTracking("kubernetes", backend, meters, clock), new WatchMetrics(meters), () -> stopping);
        ConnectorType type = ConnectorMetadata.load("kubernetes");
        String worker = settings.worker();
        IntegrationPoller polling = Kubernetes.poller(context, clusters, type, worker);
        tasks = new TaskWorker(
                new TaskWorker.Surroundings(
                        new TaskClient(backend, backend.within(TASK_WAIT.plusSeconds(15)), type.id(), worker),
                        RETRY, waiting, new FairExecutor(threads, TASKS_AT_ONCE)::submit, clock, TASK_WAIT, () -> stopping),
                new ConnectorTasks(context, polling::hurry, threads).all());
        poller = polling;
        goodbye = () -> backend.within(GOODBYE).leave(type.id(), worker);
        LOG.infof("Worker %s watches for %s", worker, settings.backendApi());
    }

    public IntegrationPoller poller() {
        return poller;
    }

    @Override
    public Instant lastContact() {
        return poller == null ? null : poller.lastContact();
    }

    @Override
    public Instant lastTick() {
        return poller == null ? null : poller.lastTick();
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        IntegrationPoller started = poller;
        if (started != null) {
            started.tick();
            clusters.tick();
            if (started.lastContact() != null) {
                tasks.tick();
            }
        }
    }

    /** Finishes the batch in hand and starts nothing new; the next process goes on from the checkpoints. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        waiting.shutdownNow();
        if (tasks != null) {
            tasks.stop(GIVING_UP);
        }
        clusters.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_BATCH.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.info("Stopping without waiting any longer for answers");
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
        leave();
    }

    private void leave() {
        try {
            goodbye.run();
        } catch (BackendException e) {
            LOG.debugf("The backend does not know of the end: %s", e.getMessage());
        }
    }
}
