package io.painchain.day;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.PageKeeper;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.backend.TaskClient;
import io.painchain.connector.cycle.FairExecutor;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.measure.RateLimitTracking;
import io.painchain.connector.measure.SyncMetrics;
import io.painchain.connector.metadata.ConnectorMetadata;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.rig.Unheard;
import io.painchain.connector.task.TaskAbandonedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.webhook.WebhookHandler;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.auth.TokenProviders;
import io.painchain.github.config.ConnectorSettings;
import io.painchain.github.config.OwnApps;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.integration.GitHub;
import io.painchain.github.registration.HookHandler;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskResult;

/** The connector as its process builds it, but for threads and the pace, which would take the machine's time. */
final class Connector implements AutoCloseable {

    private static final int THREADS = 8;
    private static final int USUAL_PACE = 600;
    private static final int AS_FAST_AS_CAN_BE = 10_000_000;
    /** To see how much that is. */
    private static final boolean KEEPS_PAGES = Boolean.getBoolean("day.pages");

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Workers workers = new Workers(THREADS);
    private final IntegrationPoller poller;
    private final TaskClient tasks;
    private final Map<TaskKind, TaskHandler> handlers;

    /** Without a pace: what a cycle asks for is asked at once. */
    Connector(URI backendApi, String key, Clock clock) {
        this(backendApi, key, clock, AS_FAST_AS_CAN_BE, GitHubLimits.unpaced(clock), Optional.empty());
    }

    /** At the pace of the process, by a time that is waited for. */
    static Connector waiting(URI backendApi, String key, Clock clock, SimulatedTime time) {
        return new Connector(backendApi, key, clock, USUAL_PACE, GitHubLimits.budgets(clock, USUAL_PACE, time),
                Optional.of(time));
    }

    private Connector(URI backendApi, String key, Clock clock, int pace, RateLimitBudgets budgets, Optional<Executor> threads) {
        ConnectorSettings settings = new ConnectorSettings(backendApi, key, Duration.ofSeconds(60), Duration.ofSeconds(30),
                pace, 50, Cadences.USUAL, ApiUrl.parse("http://127.0.0.1:1/api/v3"), Optional.empty(), "worker",
                false, false, KEEPS_PAGES, OwnApps.NONE);
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        HttpTransport transport = new HttpTransport(settings.requestTimeout(), HttpTransport.ANSWER_LIMIT);
        BackendClient backend = new BackendClient(backendApi, key, settings.requestTimeout());
        SyncMetrics syncs = new SyncMetrics("github", meters, clock, false);
        ConnectorContext context = new ConnectorContext(settings, transport, backend,
                new EventPublisher(backend, new Retry(Duration.ofMillis(1), 3), syncs::posted),
                new TokenProviders(transport, clock),
                budgets, new FairExecutor(threads.orElse(workers), 10), clock,
                new ApiMetrics("github", meters), syncs, new RateLimitTracking("github", backend, meters, clock),
                stopping::get).keeping(KEEPS_PAGES ? new PageKeeper(backend, Runnable::run) : PageKeeper.none());
        tasks = new TaskClient(backend, backend, "github", settings.worker());
        poller = GitHub.poller(context, ConnectorMetadata.load("github"), settings.worker());
        handlers = Map.of(TaskKind.webhook, new WebhookHandler(poller::digest), TaskKind.hook,
                new HookHandler(new Connections(settings, transport, new TokenProviders(transport, clock),
                        new ApiMetrics("github", new SimpleMeterRegistry()), clock,
                        () -> GitHubLimits.unpaced(clock).of("hooks"))));
    }

    /** Reads what is due, until all of it is stored. */
    void cycle() throws InterruptedException {
        poller.tick();
        workers.awaitAll();
    }

    /** Does what tasks there are, one after the other. */
    void work() {
        boolean more = true;
        while (more) {
            more = lease(null) | lease(TaskKind.webhook);
        }
    }

    private boolean lease(TaskKind only) {
        try {
            List<Task> leased = tasks.lease(Duration.ZERO, 50, only);
            leased.forEach(this::work);
            return !leased.isEmpty();
        } catch (BackendException e) {
            return false;
        }
    }

    private void work(Task task) {
        try {
            Object output = handlers.get(task.kind()).handle(task, new Unheard());
            tasks.result(task, new TaskResult(task.attempt(), true, ContractJson.map(output), null, null));
        } catch (TaskAbandonedException e) {
            tasks.release(task);
        } catch (BackendException e) {
            // its lease runs out
        } catch (ProviderException e) {
            tasks.result(task, new TaskResult(task.attempt(), false, null, e.getMessage(), null));
        }
    }

    /** Lets begin what is due. */
    void tick() {
        poller.tick();
    }

    @Override
    public void close() {
        stopping.set(true);
        workers.close();
    }
}
