package io.painchain.backend.apikey;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.id.Ids;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.security.CallerEnded;
import io.painchain.backend.security.RecentReads;
import io.quarkus.runtime.StartupEvent;

/** Keys by their digest, kept for 30 s; a revocation anywhere ends that at once. */
@Singleton
class KnownKeys {

    static final String CHANNEL = "api_key";

    /** Of users whose memberships changed, which may end what they made. */
    private static final String MAKERS = "app_user";

    private final ApiKeyRepository repository;
    private final KeyCreatorRepository creators;
    private final Event<CallerEnded> ended;
    /** Nothing for a digest that no key has. */
    private final RecentReads<ByteBuffer, Optional<StoredKey>> recent;

    KnownKeys(ApiKeyRepository repository, KeyCreatorRepository creators, Event<CallerEnded> ended, Clock clock) {
        this.repository = repository;
        this.creators = creators;
        this.ended = ended;
        this.recent = new RecentReads<>(clock);
    }

    void listen(@Observes StartupEvent event, Notifications notifications) {
        notifications.listen(CHANNEL, this::heard);
        notifications.listen(MAKERS, this::heardOfMaker);
    }

    /** @return empty where the database has to be asked; else the key, or nothing for a digest that no key has */
    Optional<Optional<StoredKey>> cached(byte[] digest) {
        return recent.get(ByteBuffer.wrap(digest));
    }

    @AllTenants
    @Transactional
    Optional<StoredKey> read(byte[] digest) {
        var begin = recent.begin();
        var found = repository.ofDigest(digest).map(row -> ApiKeyMapper.toStoredKey(row, creators.maker(row)));
        recent.keep(ByteBuffer.wrap(digest), found, begin);
        return found;
    }

    void forget(UUID id) {
        recent.end(found -> found.filter(key -> key.key().id().equals(id)).isPresent());
    }

    /** Their open requests end with the user's. */
    private void heardOfMaker(String payload) {
        Ids.parse(payload).ifPresent(
                maker -> recent.end(found -> found.filter(key -> maker.equals(key.maker().id())).isPresent()));
    }

    private void heard(String payload) {
        if (payload == null) {
            recent.end(found -> true);
            ended.fire(CallerEnded.ANYBODY);
            return;
        }
        Ids.parse(payload).ifPresent(id -> {
            forget(id);
            ended.fire(new CallerEnded(id));
        });
    }
}
