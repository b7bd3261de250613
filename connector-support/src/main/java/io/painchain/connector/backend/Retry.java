package io.painchain.connector.backend;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException.Kind;

/** Retries for some seconds; a longer outage is left to the next cycle. */
public final class Retry {

    private static final Logger LOG = Logger.getLogger(Retry.class);
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private final Duration first;
    private final int tries;

    public Retry(Duration first, int tries) {
        this.first = first;
        this.tries = tries;
    }

    public <T> T call(Supplier<T> request) {
        for (int attempt = 0;; attempt++) {
            try {
                return request.get();
            } catch (BackendException e) {
                if (!e.is(Kind.UNAVAILABLE) || attempt + 1 >= tries) {
                    throw e;
                }
                pause(e, attempt);
            }
        }
    }

    private void pause(BackendException reason, int attempt) {
        Duration wait = reason.retryAfter() == null ? first.multipliedBy(1L << Math.min(attempt, 10)) : reason.retryAfter();
        long millis = Math.min(wait.toMillis(), LONGEST.toMillis());
        if (attempt == 0) {
            LOG.warnf("%s; trying again", reason.getMessage());
        }
        try {
            TimeUnit.MILLISECONDS.sleep(millis + ThreadLocalRandom.current().nextLong(millis / 4 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BackendException(Kind.STOPPING, "The connector is stopping", null, e);
        }
    }
}
