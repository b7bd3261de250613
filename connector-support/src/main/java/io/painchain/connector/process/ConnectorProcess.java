package io.painchain.connector.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.health.PollingSigns;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.task.TaskWorker;
import io.painchain.model.task.TaskKind;
import io.quarkus.arc.DefaultBean;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Drives a connector's polling and its tasks, until a shutdown that finishes the batch in hand. */
@DefaultBean
@ApplicationScoped
public class ConnectorProcess implements PollingSigns {

    public static final Retry RETRY = new Retry(Duration.ofMillis(500), 6);

    private static final Logger LOG = Logger.getLogger(ConnectorProcess.class);
    private static final int TASKS_AT_ONCE = 16;
    /** Each of another integration, as a rule: one task takes all that waits of one. */
    private static final int WEBHOOK_TASKS = 8;
    private static final Duration TASK_WAIT = Duration.ofSeconds(20);
    private static final Duration GIVING_UP = Duration.ofSeconds(2);
    private static final Duration LAST_BATCH = Duration.ofSeconds(5);
    private static final Duration GOODBYE = Duration.ofSeconds(1);

    private final Clock clock;
    private final ExecutorService threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS,
            new SynchronousQueue<>(), task -> daemon(task, "crawl"));
    /** These threads only wait for the backend's tasks, so shutdown interrupts them at once. */
    private final ExecutorService waiting = Executors.newFixedThreadPool(4, task -> daemon(task, "task-wait"));
    private volatile List<TaskWorker> tasks = List.of();
    private volatile IntegrationPoller poller;
    private volatile Runnable goodbye = () -> {
    };
    private volatile boolean stopping;

    ConnectorProcess(Clock clock) {
        this.clock = clock;
    }

    /** Run the reading; a shutdown waits for them some seconds. */
    public ExecutorService threads() {
        return threads;
    }

    public boolean stopping() {
        return stopping;
    }

    public void start(BackendClient backend, Worker worker, IntegrationPoller polling, Map<TaskKind, TaskHandler> handlers) {
        TaskWorker.Surroundings with = new TaskWorker.Surroundings(
                new TaskClient(backend, backend.within(TASK_WAIT.plusSeconds(15)), worker.type(), worker.name()),
                RETRY, waiting, new FairExecutor(threads, TASKS_AT_ONCE)::submit, clock, TASK_WAIT, () -> stopping);
        tasks = handlers.containsKey(TaskKind.webhook)
                ? List.of(new TaskWorker(with, handlers), TaskWorker.forWebhooks(with, handlers, WEBHOOK_TASKS))
                : List.of(new TaskWorker(with, handlers));
        goodbye = () -> backend.within(GOODBYE).leave(worker.type(), worker.name());
        poller = polling;
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
            if (started.lastContact() != null) {
                tasks.forEach(TaskWorker::tick);
            }
        }
    }

    /** Finishes the batch in hand and starts nothing new; the next crawl finds what was not posted. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        waiting.shutdownNow();
        tasks.forEach(worker -> worker.stop(GIVING_UP));
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

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Under which the backend knows this process. */
    public record Worker(String type, String name) {
    }
}
