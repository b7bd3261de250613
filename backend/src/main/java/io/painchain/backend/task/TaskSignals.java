package io.painchain.backend.task;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.notify.Notifications;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

/** Wakes waiting requests on all backends. A needless signal costs one query; lost ones are made up for after a reconnect. */
@Singleton
public class TaskSignals {

    private static final String CHANNEL = "painchain_tasks";

    private final Map<String, Set<Waiter>> waiters = new ConcurrentHashMap<>();
    private final Notifications notifications;
    private final NotificationSender sender;
    private final Thread atExit = new Thread(this::close, "painchain-complete-waiters");
    private volatile boolean closing;

    TaskSignals(Notifications notifications, NotificationSender sender) {
        this.notifications = notifications;
        this.sender = sender;
    }

    void listen(@Observes StartupEvent event) {
        Runtime.getRuntime().addShutdownHook(atExit);
        notifications.listen(CHANNEL, topic -> {
            if (topic == null) {
                waiters.keySet().forEach(this::wake);
            } else {
                wake(topic);
            }
        });
    }

    /** Completes waiting requests, which would delay the shutdown. */
    void stop(@Observes ShutdownEvent event) {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // the shutdown has begun
        }
    }

    boolean isClosing() {
        return closing;
    }

    /** Register before the first look, so that no signal is lost in between. */
    Waiter waiter(String topic) {
        var waiter = new Waiter(topic);
        waiters.compute(topic, (name, others) -> {
            var all = others == null ? ConcurrentHashMap.<Waiter> newKeySet() : others;
            all.add(waiter);
            return all;
        });
        return waiter;
    }

    public void sendAfterCommit(String topic) {
        sender.send(CHANNEL, topic);
    }

    void send(String topic) {
        wake(topic);
        sender.send(CHANNEL, topic);
    }

    int waiting() {
        return waiters.values().stream().mapToInt(Set::size).sum();
    }

    private void close() {
        closing = true;
        waiters.keySet().forEach(this::wake);
    }

    private void wake(String topic) {
        var woken = waiters.remove(topic);
        if (woken != null) {
            woken.forEach(waiter -> waiter.signalled.complete(true));
        }
    }

    final class Waiter {

        private final String topic;
        private final CompletableFuture<Boolean> signalled = new CompletableFuture<>();

        private Waiter(String topic) {
            this.topic = topic;
        }

        CompletableFuture<Boolean> signalled() {
            return signalled;
        }

        void leave() {
            waiters.computeIfPresent(topic, (name, others) -> {
                others.remove(this);
                return others.isEmpty() ? null : others;
            });
        }
    }
}
