package io.painchain.backend.apikey;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.id.Ids;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.security.CallerEnded;
import io.quarkus.runtime.StartupEvent;

/** Keys by their digest, kept for 30 s; a revocation anywhere ends that at once. */
@Singleton
class KnownKeys {

    static final String CHANNEL = "api_key";

    /** Of users whose memberships changed, which may end what they made. */
    private static final String MAKERS = "app_user";

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final ApiKeyRepository repository;
    private final Event<CallerEnded> ended;
    private final Clock clock;
    private final Map<ByteBuffer, Entry> entries = new ConcurrentHashMap<>();

    KnownKeys(ApiKeyRepository repository, Event<CallerEnded> ended, Clock clock) {
        this.repository = repository;
        this.ended = ended;
        this.clock = clock;
    }

    /** @param key {@code null} for a digest that no key has */
    private record Entry(StoredKey key, Instant readAt) {
    }

    void listen(@Observes StartupEvent event, Notifications notifications) {
        notifications.listen(CHANNEL, this::heard);
        notifications.listen(MAKERS, this::heardOfMaker);
    }

    /** @return empty where the database has to be asked; else the key, or nothing for a digest that no key has */
    Optional<Optional<StoredKey>> cached(byte[] digest) {
        var entry = entries.get(ByteBuffer.wrap(digest));
        return entry == null || entry.readAt().plus(KEPT).isBefore(clock.instant()) ? Optional.empty()
                : Optional.of(Optional.ofNullable(entry.key()));
    }

    @Transactional
    Optional<StoredKey> read(byte[] digest) {
        var readAt = clock.instant();
        var found = repository.ofDigest(digest).map(row -> ApiKeyMapper.toStoredKey(row, repository.isCreatorGone(row)));
        if (entries.size() >= MOST) {
            entries.clear();
        }
        entries.put(ByteBuffer.wrap(digest), new Entry(found.orElse(null), readAt));
        return found;
    }

    void forget(UUID id) {
        entries.values().removeIf(entry -> entry.key() != null && entry.key().key().id().equals(id));
    }

    private void heardOfMaker(String payload) {
        Ids.parse(payload).ifPresent(maker -> entries.values().stream().map(Entry::key)
                .filter(key -> key != null && maker.equals(key.maker().id())).map(key -> key.key().id()).distinct().toList()
                .forEach(id -> heard(id.toString())));
    }

    private void heard(String payload) {
        if (payload == null) {
            entries.clear();
            return;
        }
        Ids.parse(payload).ifPresent(id -> {
            forget(id);
            ended.fire(new CallerEnded(id));
        });
    }
}
