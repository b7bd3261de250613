package io.painchain.sender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.health.PollingSigns;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.process.ConnectorProcess;
import io.painchain.connector.process.ProcessSettings;
import io.painchain.connector.task.TaskWorker;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.model.task.TaskKind;
import io.painchain.sender.mapping.SenderMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** All senders of this process, until it ends. */
@Singleton
class SenderLifecycle implements PollingSigns {

    private static final Logger LOG = Logger.getLogger(SenderLifecycle.class);
    private static final Duration REQUEST = Duration.ofSeconds(30);
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final int AT_ONCE = 4;

    private final Clock clock;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "sender");
        thread.setDaemon(true);
        return thread;
    });
    private volatile List<SenderWorker> workers = List.of();
    private volatile boolean stopping;
    private volatile Instant lastTick;

    SenderLifecycle(Clock clock) {
        this.clock = clock;
    }

    void start(ProcessSettings settings) {
        BackendClient backend = new BackendClient(settings.backendApi(), settings.connectorKey(), REQUEST);
        EventPublisher publisher = new EventPublisher(backend, ConnectorProcess.RETRY);
        workers = SenderMapper.ALL.stream().map(mapper -> worker(mapper, backend, publisher, settings.worker())).toList();
        LOG.infof("Worker %s takes webhooks of %d senders for %s", settings.worker(), workers.size(), settings.backendApi());
    }

    private SenderWorker worker(SenderMapper mapper, BackendClient backend, EventPublisher publisher, String name) {
        TaskClient client = new TaskClient(backend, backend.within(WAIT.plusSeconds(15)), mapper.type(), name);
        TaskWorker.Surroundings with = new TaskWorker.Surroundings(client, ConnectorProcess.RETRY, threads,
                new FairExecutor(threads, AT_ONCE)::submit, clock, WAIT, () -> stopping);
        SenderDigest digest = new SenderDigest(mapper, publisher);
        ReplayHandler replay = new ReplayHandler((integration, deliveries) -> Optional
                .of(CompletableFuture.completedFuture(digest.derive(integration, deliveries))), publisher);
        List<TaskWorker> tasks = List.of(TaskWorker.forWebhooks(with, Map.of(TaskKind.webhook, digest), AT_ONCE),
                new TaskWorker(with, Map.of(TaskKind.replay, replay)));
        return new SenderWorker(backend, ConnectorMetadata.load(mapper.type()), name, tasks, clock);
    }

    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
    void tick() {
        lastTick = clock.instant();
        workers.forEach(SenderWorker::tick);
    }

    /** Of the type that was in contact least lately. */
    @Override
    public Instant lastContact() {
        List<Instant> contacts = workers.stream().map(SenderWorker::lastContact).filter(Objects::nonNull).sorted().toList();
        return contacts.isEmpty() || contacts.size() < workers.size() ? null : contacts.get(0);
    }

    @Override
    public Instant lastTick() {
        return lastTick;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        workers.forEach(worker -> worker.stop(Duration.ofSeconds(1)));
        threads.shutdownNow();
    }
}
