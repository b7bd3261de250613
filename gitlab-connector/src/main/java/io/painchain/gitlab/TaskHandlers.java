package io.painchain.gitlab;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.cycle.IntegrationPoller;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.process.ConnectorProcess;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.BackfillHandler;
import io.painchain.connector.taskhandler.SyncHandler;
import io.painchain.connector.webhook.ReplayHandler;
import io.painchain.connector.webhook.WebhookHandler;
import io.painchain.gitlab.api.GitLabLimits;
import io.painchain.gitlab.change.ChangeKinds;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.gitlab.integration.ConnectorContext;
import io.painchain.gitlab.taskhandler.ConnectionTestHandler;
import io.painchain.gitlab.taskhandler.Connections;
import io.painchain.gitlab.taskhandler.DiscoverHandler;
import io.painchain.gitlab.taskhandler.GitLabPast;
import io.painchain.gitlab.taskhandler.PeopleHandler;
import io.painchain.model.task.TaskKind;

/** Handlers by kind of task; {@code threads} run the parts of one task in parallel. */
public record TaskHandlers(ConnectorContext context, IntegrationPoller poller, ExecutorService threads) {

    /** The backend waits 10 seconds for an answer, counted from the question. */
    private static final Duration QUICK = Duration.ofSeconds(8);
    /** Of the poller's requests a minute; a test asks for up to 100 projects at once. */
    private static final int QUICK_SHARE = 2;
    private static final int SLOW_SHARE = 6;

    public Map<TaskKind, TaskHandler> all() {
        Connections quick = connections(context.settings().requestsPerMinute() * QUICK_SHARE);
        Connections slow = connections(context.settings().requestsPerMinute() / SLOW_SHARE);
        return Map.of(TaskKind.test, new ConnectionTestHandler(quick, threads, QUICK), TaskKind.discover,
                new DiscoverHandler(quick), TaskKind.sync, new SyncHandler(poller::hurry, context.publisher()::tally),
                TaskKind.backfill, backfill(slow), TaskKind.people, new PeopleHandler(slow), TaskKind.webhook,
                new WebhookHandler(poller::digest),
                TaskKind.replay, new ReplayHandler(poller::derive, context.publisher()));
    }

    private BackfillHandler backfill(Connections slow) {
        EventPublisher past = new EventPublisher(context.backend(), ConnectorProcess.RETRY);
        return new BackfillHandler(
                new BackfillHandler.Setting(ChangeKinds.ALL, GitLabLimits.API, past, context.backend(),
                        context.settings().cadences(), context.clock()),
                task -> {
                    IntegrationConfig config = slow.config(task, null);
                    return new GitLabPast(config, slow.api(config), context.budget(config));
                }, poller::reach);
    }

    private Connections connections(int requestsPerMinute) {
        return new Connections(context.settings(), context.transport(), context.metrics(), context.clock(),
                () -> GitLabLimits.budget(context.clock(), Math.max(1, requestsPerMinute), Waiting.MACHINE));
    }
}
