package io.painchain.github;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.github.backend.BackendClient;
import io.painchain.github.backend.EventPublisher;
import io.painchain.github.backend.Retry;
import io.painchain.github.github.GitHubMetrics;
import io.painchain.github.github.RateLimitBudgets;
import io.painchain.github.http.HttpTransport;
import io.painchain.model.ConnectorType;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Puts the poller together, gives it the time, and lets it end in order. */
@ApplicationScoped
public class ConnectorLifecycle {

    private static final Logger LOG = Logger.getLogger(ConnectorLifecycle.class);
    private static final int REPOSITORIES_AT_ONCE = 10;
    private static final Duration LAST_BATCH = Duration.ofSeconds(7);

    private final Clock clock;
    private final MeterRegistry meters;
    private final ExecutorService threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "github-crawl");
                thread.setDaemon(true);
                return thread;
            });
    private volatile GitHubPoller poller;
    private volatile boolean stopping;

    ConnectorLifecycle(Clock clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    public void start(ConnectorSettings settings) {
        HttpTransport gitHub = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT);
        HttpTransport home = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT);
        BackendClient backend = new BackendClient(home, settings.backendApi(), settings.connectorKey());
        Workshop workshop = new Workshop(settings, gitHub, backend,
                new EventPublisher(backend, new Retry(Duration.ofMillis(500), 6)),
                new RateLimitBudgets(clock, settings.requestsPerMinute()), new Lanes(threads, REPOSITORIES_AT_ONCE), clock,
                new GitHubMetrics(meters), meters, () -> stopping);
        ConnectorType type = ConnectorMetadata.load();
        String worker = UUID.randomUUID().toString();
        poller = new GitHubPoller(workshop, type, worker);
        LOG.infof("Worker %s polls for %s every %d s", worker, settings.backendApi(),
                settings.pollingInterval().toSeconds());
    }

    /** {@code null} before the connector was started. */
    public GitHubPoller poller() {
        return poller;
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        GitHubPoller started = poller;
        if (started != null) {
            started.tick();
        }
    }

    /** The batch in hand is finished; nothing new begins. What was not posted will be found again. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
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
    }

}
