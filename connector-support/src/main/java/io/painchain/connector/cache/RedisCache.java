package io.painchain.connector.cache;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.redis.datasource.keys.KeyScanArgs;
import io.quarkus.redis.datasource.keys.KeyScanCursor;

/** Shared by all connectors; without Redis nothing is kept, and Redis is tried again after a while. */
public final class RedisCache implements AnswerCache {

    private static final Logger LOG = Logger.getLogger(RedisCache.class);
    private static final Duration REST = Duration.ofSeconds(10);
    private static final int AT_ONCE = 500;

    private final RedisDataSource redis;
    private final Clock clock;
    private volatile Instant awayUntil;

    public RedisCache(RedisDataSource redis, Clock clock) {
        this.redis = redis;
        this.clock = clock;
    }

    @Override
    public Optional<String> find(String key) {
        return whileThere(() -> Optional.ofNullable(redis.value(String.class).get(key)), Optional.empty());
    }

    @Override
    public void keep(String key, String answer, Duration time) {
        whileThere(() -> {
            redis.value(String.class).setex(key, time.toSeconds(), answer);
            return true;
        }, false);
    }

    @Override
    public int forget(String prefix, String pattern) {
        return whileThere(() -> {
            Set<String> found = new HashSet<>();
            KeyScanCursor<String> cursor = redis.key().scan(new KeyScanArgs().match(prefix + pattern).count(AT_ONCE));
            while (cursor.hasNext()) {
                found.addAll(cursor.next());
            }
            return found.isEmpty() ? 0 : redis.key().del(found.toArray(String[]::new));
        }, 0);
    }

    private <T> T whileThere(Supplier<T> call, T otherwise) {
        Instant until = awayUntil;
        if (until != null && clock.instant().isBefore(until)) {
            return otherwise;
        }
        try {
            T answer = call.get();
            if (until != null) {
                awayUntil = null;
                LOG.info("Redis answers again");
            }
            return answer;
        } catch (RuntimeException e) {
            if (until == null) {
                LOG.warnf("Redis does not answer (%s); until it does, the provider is asked each time",
                        e.getClass().getSimpleName());
            }
            awayUntil = clock.instant().plus(REST);
            return otherwise;
        }
    }
}
