package io.painchain.backend.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What was read of callers, believed for 30 s, unless it ended meanwhile. */
public final class RecentReads<K, V> {

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<K, Entry<V>> entries = new ConcurrentHashMap<>();
    private long ends;

    public RecentReads(Clock clock) {
        this.clock = clock;
    }

    private record Entry<V>(V value, Instant readAt) {
    }

    /** The moment in which somebody begins to read. */
    public record Begin(Instant at, long ends) {
    }

    public Optional<V> get(K key) {
        return Optional.ofNullable(entries.get(key)).filter(this::isBelieved).map(Entry::value);
    }

    public Stream<V> values() {
        return entries.values().stream().filter(this::isBelieved).map(Entry::value);
    }

    public synchronized Begin begin() {
        return new Begin(clock.instant(), ends);
    }

    /** What something ended while it was read may be what that was before. */
    public synchronized void keep(K key, V value, Begin begin) {
        if (begin.ends() != ends) {
            return;
        }
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(key, new Entry<>(value, begin.at()));
    }

    public synchronized void end(Predicate<V> which) {
        ends++;
        entries.values().removeIf(entry -> which.test(entry.value()));
    }

    private boolean isBelieved(Entry<V> entry) {
        return !entry.readAt().plus(KEPT).isBefore(clock.instant());
    }
}
