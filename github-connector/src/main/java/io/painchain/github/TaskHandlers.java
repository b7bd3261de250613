package io.painchain.github;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.github.asked.ConnectionTestHandler;
import io.painchain.github.asked.Connections;
import io.painchain.github.asked.DiscoverHandler;
import io.painchain.github.asked.SyncHandler;
import io.painchain.github.proxy.AnswerCache;
import io.painchain.github.proxy.ProxyHandler;
import io.painchain.github.task.TaskHandler;
import io.painchain.model.TaskKind;

/**
 * Who does which kind of task.
 *
 * @param threads for what one task does side by side
 */
public record TaskHandlers(Workshop workshop, GitHubPoller poller, ExecutorService threads, AnswerCache cache,
        MeterRegistry meters) {

    /** The backend waits 10 seconds for the answer, from the question on. */
    private static final Duration QUICK = Duration.ofSeconds(8);

    public Map<TaskKind, TaskHandler> all() {
        Connections connections = new Connections(workshop.settings(), workshop.transport(), workshop.tokens(),
                workshop.metrics(), workshop.clock());
        return Map.of(TaskKind.test, new ConnectionTestHandler(connections, threads, QUICK), TaskKind.discover,
                new DiscoverHandler(connections, QUICK), TaskKind.sync,
                new SyncHandler(poller::hurry, workshop.publisher()::tally), TaskKind.proxy,
                new ProxyHandler(connections, cache, meters));
    }
}
