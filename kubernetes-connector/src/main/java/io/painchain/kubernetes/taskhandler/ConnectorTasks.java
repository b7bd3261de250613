package io.painchain.kubernetes.taskhandler;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;

import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.backend.Retry;
import io.painchain.connector.cycle.SyncWatch;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.SyncHandler;
import io.painchain.kubernetes.cluster.ConnectorContext;
import io.painchain.model.task.TaskKind;

/** Handlers by kind of task; {@code hurry} makes an integration read at once, {@code threads} ask side by side. */
public record ConnectorTasks(ConnectorContext context, BiPredicate<String, SyncWatch> hurry, Executor threads) {

    /** The backend waits 10 seconds for an answer, counted from the question. */
    private static final Duration QUICK = Duration.ofSeconds(8);

    public Map<TaskKind, TaskHandler> all() {
        TaskClusters clusters = new TaskClusters(context);
        return Map.of(TaskKind.test, new ConnectionTestHandler(clusters, threads, QUICK), TaskKind.discover,
                new DiscoverHandler(clusters), TaskKind.sync, new SyncHandler(hurry, context.publisher()::tally),
                TaskKind.backfill, new BackfillHandler(clusters,
                        new EventPublisher(context.backend(), new Retry(Duration.ofMillis(500), 6))));
    }
}
