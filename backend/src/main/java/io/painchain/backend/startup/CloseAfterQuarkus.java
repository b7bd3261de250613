package io.painchain.backend.startup;

import java.util.concurrent.TimeUnit;

import io.painchain.backend.postgres.EmbeddedDatabase;
import io.quarkus.runtime.Application;

/** Shutdown hooks run concurrently; this one stops the database after Quarkus has finished its requests. */
final class CloseAfterQuarkus {

    private static final long PATIENCE_SECONDS = 30;

    private CloseAfterQuarkus() {
    }

    static void register(EmbeddedDatabase database) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            awaitQuarkus();
            database.close();
        }, "embedded-database-close"));
    }

    private static void awaitQuarkus() {
        Application application = Application.currentApplication();
        if (application == null || !application.isStarted()) {
            return;
        }
        Thread waiter = new Thread(application::awaitShutdown, "quarkus-shutdown-wait");
        waiter.setDaemon(true);
        waiter.start();
        try {
            waiter.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
