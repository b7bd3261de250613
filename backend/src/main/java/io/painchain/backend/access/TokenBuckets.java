package io.painchain.backend.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** So many requests a second for each name, and twice as many at once after a pause. */
final class TokenBuckets {

    private static final double NANOS = 1e9;
    private static final int MOST = 10_000;

    private final DoubleSupplier rate;
    private final LongSupplier nanoTime;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param rate a second, asked for each time; 0 for no limit */
    TokenBuckets(DoubleSupplier rate, LongSupplier nanoTime) {
        this.rate = rate;
        this.nanoTime = nanoTime;
    }

    private record Bucket(double tokens, long at) {
    }

    /** @return how long to wait, zero where the request may go on */
    Duration take(String name) {
        double perSecond = rate.getAsDouble();
        if (perSecond <= 0) {
            return Duration.ZERO;
        }
        if (buckets.size() >= MOST) {
            buckets.values().removeIf(bucket -> filled(bucket, perSecond) >= most(perSecond));
        }
        var wait = new double[1];
        buckets.compute(name, (same, before) -> {
            double tokens = before == null ? most(perSecond) : filled(before, perSecond);
            wait[0] = tokens >= 1 ? 0 : (1 - tokens) / perSecond;
            return new Bucket(tokens >= 1 ? tokens - 1 : tokens, nanoTime.getAsLong());
        });
        return Duration.ofNanos((long) (wait[0] * NANOS));
    }

    private static double most(double perSecond) {
        return Math.max(1, perSecond * 2);
    }

    private double filled(Bucket bucket, double perSecond) {
        return Math.min(most(perSecond), bucket.tokens() + (nanoTime.getAsLong() - bucket.at()) / NANOS * perSecond);
    }
}
