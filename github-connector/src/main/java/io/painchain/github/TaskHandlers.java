package io.painchain.github;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cache.AnswerCache;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.BackfillHandler;
import io.painchain.connector.taskhandler.SyncHandler;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.connector.webhook.WebhookHandler;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.connect.ConnectHandler;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.proxy.ProxyHandler;
import io.painchain.github.registration.HookHandler;
import io.painchain.github.taskhandler.ConnectionTestHandler;
import io.painchain.github.taskhandler.Connections;
import io.painchain.github.taskhandler.DiscoverHandler;
import io.painchain.github.taskhandler.GitHubPast;
import io.painchain.github.taskhandler.PeopleHandler;
import io.painchain.model.task.TaskKind;

/** Handlers by kind of task; {@code threads} run the parts of one task in parallel. */
public record TaskHandlers(ConnectorContext context, IntegrationPoller poller, ExecutorService threads, AnswerCache cache,
        MeterRegistry meters) {

    /** The backend waits 10 seconds for an answer, counted from the question. */
    private static final Duration QUICK = Duration.ofSeconds(8);

    public Map<TaskKind, TaskHandler> all() {
        // With the poller's usual 600 requests a minute, 240 and 50 stay below GitHub's 900.
        Connections quick = connections(context.settings().requestsPerMinute() * 2 / 5);
        Connections slow = connections(context.settings().requestsPerMinute() / 12);
        return Map.of(TaskKind.hook, new HookHandler(quick), TaskKind.test,
                new ConnectionTestHandler(quick, threads, QUICK), TaskKind.discover,
                new DiscoverHandler(quick, QUICK), TaskKind.sync,
                new SyncHandler(poller::hurry, context.publisher()::tally), TaskKind.backfill,
                backfill(slow), TaskKind.people, new PeopleHandler(slow), TaskKind.proxy,
                new ProxyHandler(quick, cache, meters), TaskKind.webhook,
                new WebhookHandler(poller::digest), TaskKind.replay,
                new ReplayHandler(poller::derive, context.publisher()), TaskKind.connect,
                new ConnectHandler(quick, context.transport(), context.clock(), context.settings().gitHub(),
                        context.settings().ownApps()));
    }

    private BackfillHandler backfill(Connections slow) {
        EventPublisher past = new EventPublisher(context.backend(), new Retry(Duration.ofMillis(500), 6));
        return new BackfillHandler(
                new BackfillHandler.Setting(ChangeKinds.ALL, GitHubLimits.CORE, past, context.backend(),
                        context.settings().cadences(), context.clock()),
                task -> {
                    IntegrationConfig config = slow.config(task, null);
                    return new GitHubPast(config, slow.api(config), context.budget(config));
                }, poller::reach);
    }

    private Connections connections(int requestsPerMinute) {
        return new Connections(context.settings(), context.transport(), context.tokens(), context.metrics(),
                context.clock(), () -> GitHubLimits.budget(context.clock(), Math.max(1, requestsPerMinute)));
    }
}
