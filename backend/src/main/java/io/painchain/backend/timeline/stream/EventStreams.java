package io.painchain.backend.timeline.stream;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.event.store.EventChanges;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.timeline.stream.ChangeRepository.Changes;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

@Singleton
class EventStreams {

    private static final Logger LOG = Logger.getLogger(EventStreams.class);
    private static final int MOST = 2_000;
    /** Limits concurrent reads: the pool's connections are for everybody. */
    private static final int THREADS = 2;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final Notifications notifications;
    private final Map<EventStream, String> tenants = new ConcurrentHashMap<>();
    private final ScheduledExecutorService executor = Executors.newScheduledThreadPool(THREADS, work -> {
        var thread = new Thread(work, "painchain-stream");
        thread.setDaemon(true);
        return thread;
    });
    private final Thread endAtExit = new Thread(this::endAll, "painchain-stream-end");

    EventStreams(Notifications notifications) {
        this.notifications = notifications;
    }

    /** Ends streams as soon as the shutdown begins, which waits for all requests. */
    void start(@Observes StartupEvent event) {
        notifications.listen(EventChanges.CHANNEL, this::touch);
        executor.scheduleAtFixedRate(() -> streams().forEach(EventStreams::beat), HEARTBEAT.toMillis(),
                HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
        Runtime.getRuntime().addShutdownHook(endAtExit);
    }

    void stop(@Observes ShutdownEvent event) {
        endAll();
        executor.shutdownNow();
        try {
            Runtime.getRuntime().removeShutdownHook(endAtExit);
        } catch (IllegalStateException e) {
            // the shutdown has begun
        }
    }

    EventStream open(StreamPosition position, Function<StreamPosition, Changes> reader) {
        if (tenants.size() >= MOST) {
            throw ProblemType.RATE_LIMITED.builder("Too many readers wait for events here at the moment; try again later.")
                    .withHeader("Retry-After", "30").build();
        }
        return new EventStream(position, reader, (work, delay) -> executor.schedule(work, delay, TimeUnit.NANOSECONDS));
    }

    void join(EventStream stream, String tenantId) {
        tenants.put(stream, tenantId);
    }

    void leave(EventStream stream) {
        tenants.remove(stream);
        stream.end();
    }

    private void touch(String tenantId) {
        tenants.forEach((stream, tenant) -> {
            if (tenantId == null || tenantId.equals(tenant)) {
                stream.touch();
            }
        });
    }

    /** A failure would end all keep-alives. */
    private static void beat(EventStream stream) {
        try {
            stream.beat();
        } catch (RuntimeException e) {
            LOG.warn("A reader's sign of life failed", e);
        }
    }

    private void endAll() {
        streams().forEach(EventStream::end);
    }

    private Set<EventStream> streams() {
        return tenants.keySet();
    }
}
