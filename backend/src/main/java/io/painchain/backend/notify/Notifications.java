package io.painchain.backend.notify;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.regex.Pattern;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.interceptor.Interceptor;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.painchain.backend.database.DatabaseFailure;
import io.painchain.backend.database.ListeningConnection;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Receives notifications, which may be late, repeated or lost: listeners also look periodically. */
@Singleton
public class Notifications {

    private static final Logger LOG = Logger.getLogger(Notifications.class);
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    /** Delay until an added channel is listened to. */
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Config config;
    private final Map<String, Queue<Consumer<String>>> listeners = new ConcurrentHashMap<>();
    private final Queue<Subscription> added = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private Thread thread;

    Notifications(Config config) {
        this.config = config;
    }

    private record Subscription(String channel, Consumer<String> listener) {
    }

    /**
     * @param onPayload called on the listening thread, must not block; {@code null} where notifications may have been
     *        lost: at first and after each reconnect
     */
    public void listen(String channel, Consumer<String> onPayload) {
        if (!CHANNEL.matcher(channel).matches()) {
            throw new IllegalArgumentException("No name of a channel: " + channel);
        }
        listeners.computeIfAbsent(channel, name -> new ConcurrentLinkedQueue<>()).add(onPayload);
        added.add(new Subscription(channel, onPayload));
    }

    void start(@Observes @Priority(Interceptor.Priority.LIBRARY_AFTER) StartupEvent event) {
        thread = new Thread(this::run, "painchain-notifications");
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped.set(true);
        if (thread != null) {
            thread.interrupt();
            thread.join(2 * WAIT.toMillis());
        }
    }

    private void run() {
        var pause = SHORTEST_PAUSE;
        while (!stopped.get()) {
            try (var connection = ListeningConnection.open(config)) {
                subscribe(connection);
                if (pause != SHORTEST_PAUSE) {
                    LOG.info("Notifications of the database are received again");
                }
                pause = SHORTEST_PAUSE;
                hear(connection);
            } catch (DatabaseFailure e) {
                if (!stopped.get()) {
                    warn(pause, e);
                    pause = sleep(pause);
                }
            }
        }
    }

    private static void warn(Duration pause, DatabaseFailure failure) {
        if (pause == SHORTEST_PAUSE) {
            LOG.warnf("Notifications of the database are not received until it is back: %s", failure.getMessage());
        }
    }

    /** Listeners are notified that they may have missed something. */
    private void subscribe(ListeningConnection connection) {
        added.clear();
        listeners.keySet().forEach(connection::listen);
        listeners.forEach((channel, consumers) -> consumers.forEach(consumer -> deliver(channel, consumer, null)));
    }

    private void hear(ListeningConnection connection) {
        long last = System.nanoTime();
        while (!stopped.get()) {
            for (var next = added.poll(); next != null; next = added.poll()) {
                connection.listen(next.channel());
                deliver(next.channel(), next.listener(), null);
            }
            var received = connection.await(WAIT);
            for (var one : received) {
                listeners.get(one.channel()).forEach(consumer -> deliver(one.channel(), consumer, one.payload()));
            }
            if (!received.isEmpty()) {
                last = System.nanoTime();
            } else if (System.nanoTime() - last > SILENCE.toNanos()) {
                connection.probe();
                last = System.nanoTime();
            }
        }
    }

    private static void deliver(String channel, Consumer<String> listener, String payload) {
        try {
            listener.accept(payload);
        } catch (RuntimeException e) {
            LOG.errorf(e, "A listener to the channel %s failed", channel);
        }
    }

    /** @return the next pause: doubled, plus up to a quarter, so that backends do not reconnect all at once */
    private static Duration sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        var next = pause.multipliedBy(2).plusMillis(ThreadLocalRandom.current().nextLong(1 + pause.toMillis() / 2));
        return next.compareTo(LONGEST_PAUSE) < 0 ? next : LONGEST_PAUSE;
    }
}
