package io.painchain.connector.measure;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;

/** Few series, however many repositories there are, unless each is asked for. */
public final class SyncMetrics {

    private static final Duration[] DELAYS = { Duration.ofSeconds(15), Duration.ofSeconds(30), Duration.ofSeconds(60),
            Duration.ofSeconds(75), Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
            Duration.ofHours(6) };

    private record Key(String integrationId, String repository) {
    }

    /** @param readAt last complete read; {@code null}: never */
    private record Standing(IntegrationStatus status, Instant readAt) {
    }

    private final String provider;
    private final MeterRegistry registry;
    private final Clock clock;
    private final boolean each;
    private final Instant startedAt;
    private final Timer delay;
    private final Map<Key, Standing> standings = new ConcurrentHashMap<>();
    private final Map<String, Instant> newest = new ConcurrentHashMap<>();
    private final Map<Key, Map<String, Coverage>> ledger = new ConcurrentHashMap<>();
    private final Map<Key, Meter> ages = new ConcurrentHashMap<>();

    /** @param each one series per repository */
    public SyncMetrics(String provider, MeterRegistry registry, Clock clock, boolean each) {
        this.provider = provider;
        this.registry = registry;
        this.clock = clock;
        this.each = each;
        this.startedAt = clock.instant();
        this.delay = Timer.builder(provider + "_event_delay")
                .description(
                        "From when something happened at the provider to when the backend had it; only of what happened since the start")
                .serviceLevelObjectives(DELAYS).register(registry);
        for (IntegrationStatus status : List.of(IntegrationStatus.ok, IntegrationStatus.degraded, IntegrationStatus.error)) {
            gauge(provider + "_repositories", "status", status.name(), metrics -> metrics.count(status));
        }
        gauge(provider + "_coverage_age_seconds", "of", "oldest", SyncMetrics::oldestVerified);
        gauge(provider + "_coverage_gaps", "of", "all", metrics -> metrics.lines().mapToLong(line -> gaps(line).size()).sum());
        gauge(provider + "_newest_event_age_seconds", "of", "all", metrics -> metrics.newest.values().stream()
                .max(Instant::compareTo).map(metrics::age).orElse(Double.NaN));
    }

    private void gauge(String name, String tag, String value, ToDoubleFunction<SyncMetrics> measured) {
        Gauge.builder(name, this, measured).tag(tag, value).register(registry);
    }

    /** @param status {@code null} where the read was interrupted */
    public void synced(String integrationId, String repository, IntegrationStatus status, long nanos) {
        String word = status == null ? "interrupted" : status.name();
        registry.counter("repository_sync", "status", word).increment();
        registry.timer("repository_sync_duration", "status", word).record(nanos, TimeUnit.NANOSECONDS);
        Key key = new Key(integrationId, repository);
        if (status == null) {
            standings.computeIfAbsent(key, unknown -> new Standing(IntegrationStatus.pending, null));
            return;
        }
        Instant before = standings.containsKey(key) ? standings.get(key).readAt() : null;
        standings.put(key,
                new Standing(status, status == IntegrationStatus.ok ? clock.instant() : before));
        if (each) {
            ages.computeIfAbsent(key, unknown -> Gauge
                    .builder(provider + "_repository_newest_event_age_seconds", this, metrics -> metrics.ageOf(repository))
                    .tag("repository", repository).register(registry));
        }
    }

    public void keepOnly(String integrationId, Collection<String> repositories) {
        Set<String> wanted = Set.copyOf(repositories);
        boolean any = standings.keySet()
                .removeIf(key -> key.integrationId().equals(integrationId) && !wanted.contains(key.repository()));
        if (!any) {
            return;
        }
        ledger.keySet().retainAll(standings.keySet());
        newest.keySet().retainAll(standings.keySet().stream().map(Key::repository).collect(Collectors.toSet()));
        ages.entrySet().removeIf(entry -> {
            boolean gone = !standings.containsKey(entry.getKey());
            if (gone) {
                registry.remove(entry.getValue());
            }
            return gone;
        });
    }

    public void covered(String integrationId, List<Coverage> changed) {
        changed.stream().filter(line -> Coverage.isRead(line.source())).forEach(
                line -> ledger.computeIfAbsent(new Key(integrationId, line.repository()), key -> new ConcurrentHashMap<>())
                        .put(line.source(), line));
    }

    private Stream<Coverage> lines() {
        return ledger.values().stream().flatMap(ofRepository -> ofRepository.values().stream());
    }

    private static List<Coverage.Gap> gaps(Coverage line) {
        return line.gaps() == null ? List.of() : line.gaps();
    }

    public void posted(List<EventDraft> drafts) {
        Instant now = clock.instant();
        for (EventDraft draft : drafts) {
            Instant happened = draft.endTimestamp() == null ? draft.timestamp() : draft.endTimestamp();
            newest.merge(draft.project(), happened, (known, other) -> other.isAfter(known) ? other : known);
            if (happened.isAfter(startedAt) && happened.isBefore(now)) {
                delay.record(Duration.between(happened, now));
            }
        }
    }

    private double count(IntegrationStatus status) {
        return standings.values().stream().filter(standing -> standing.status() == status).count();
    }

    /** A repository never verified counts since the start. */
    private double oldestVerified() {
        Stream<Instant> unread = standings.entrySet().stream()
                .filter(entry -> entry.getValue().readAt() == null && !ledger.containsKey(entry.getKey()))
                .map(entry -> startedAt);
        return Stream.concat(lines().map(Coverage::verifiedAt), unread).min(Instant::compareTo).map(this::age)
                .orElse(Double.NaN);
    }

    private double ageOf(String repository) {
        Instant moment = newest.get(repository);
        return moment == null ? Double.NaN : age(moment);
    }

    private double age(Instant moment) {
        return Duration.between(moment, clock.instant()).toMillis() / 1_000.0;
    }
}
