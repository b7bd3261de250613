package io.painchain.backend.security;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Counts keys that are not valid, and slows down addresses that send many. Valid keys are never slowed down. */
@Singleton
public class FailedKeys {

    /** Nobody has sent it out, so it may be a guess. */
    public static final String UNKNOWN = "unknown";

    private static final Logger LOG = Logger.getLogger(FailedKeys.class);
    private static final int LONGEST_EXPONENT = 9;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);
    private static final int MOST_ADDRESSES = 10_000;
    private static final int NETWORK_BYTES = 8;

    private final MeterRegistry metrics;
    private final Clock clock;
    private final int free;
    private final Map<String, Attempts> attempts = new ConcurrentHashMap<>();
    private final AtomicLong sinceLog = new AtomicLong();

    /** @param free how many fail at once before an address has to wait */
    FailedKeys(MeterRegistry metrics, Clock clock, @ConfigProperty(name = "painchain.keys.failures") int free) {
        this.metrics = metrics;
        this.clock = clock;
        this.free = free;
    }

    private record Attempts(int failed, Instant last, Instant blockedUntil) {
    }

    /** @return how long the address has to wait; zero while it fails seldom */
    public Duration failed(String address, String reason) {
        metrics.counter("painchain.keys.refused", "reason", reason).increment();
        sinceLog.incrementAndGet();
        if (!UNKNOWN.equals(reason)) {
            return Duration.ZERO;
        }
        var now = clock.instant();
        var network = network(address);
        var before = attempts.get(network);
        if (before != null && before.blockedUntil().isAfter(now)) {
            return Duration.between(now, before.blockedUntil());
        }
        if (attempts.size() >= MOST_ADDRESSES) {
            forget();
        }
        attempts.compute(network, (key, old) -> next(old, now));
        return Duration.ZERO;
    }

    private Attempts next(Attempts old, Instant now) {
        int failed = old == null || old.last().plus(FORGOTTEN).isBefore(now) ? 1 : old.failed() + 1;
        int exponent = Math.min(LONGEST_EXPONENT, failed - free);
        var delay = failed < free ? Duration.ZERO : Duration.ofSeconds(1L << exponent);
        return new Attempts(failed, now, now.plus(delay.compareTo(LONGEST) < 0 ? delay : LONGEST));
    }

    /** An own network is all that one IPv6 caller needs, so it counts as one address. */
    static String network(String address) {
        if (address == null || address.indexOf(':') < 0) {
            return String.valueOf(address);
        }
        try {
            var bytes = InetAddress.getByName(address).getAddress();
            return bytes.length > NETWORK_BYTES * 2 - 1 ? Arrays.toString(Arrays.copyOf(bytes, NETWORK_BYTES)) : address;
        } catch (UnknownHostException e) {
            return address;
        }
    }

    @Scheduled(every = "60s", delayed = "60s")
    void logAndForget() {
        long failed = sinceLog.getAndSet(0);
        if (failed > 0) {
            LOG.warnf("%d requests of the last minute came with keys that are not valid; %d addresses were noted", failed,
                    attempts.size());
        }
        forget();
    }

    private void forget() {
        var oldest = clock.instant().minus(FORGOTTEN);
        attempts.values().removeIf(one -> one.last().isBefore(oldest));
        if (attempts.size() >= MOST_ADDRESSES) {
            attempts.clear();
        }
    }
}
