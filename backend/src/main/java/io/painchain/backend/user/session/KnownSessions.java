package io.painchain.backend.user.session;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

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
import io.quarkus.scheduler.Scheduled;

/** Sessions by the digest of their cookie, kept for 30 s; an end on any backend ends that at once. */
@Singleton
class KnownSessions {

    static final String CHANNEL = "browser_session";

    private static final Duration EXACT_ENOUGH = Duration.ofMinutes(1);

    private final SessionRepository repository;
    private final SessionLimits limits;
    private final Event<CallerEnded> ended;
    private final Clock clock;
    private final RecentReads<ByteBuffer, StoredSession> recent;

    KnownSessions(SessionRepository repository, SessionLimits limits, Event<CallerEnded> ended, Clock clock) {
        this.repository = repository;
        this.limits = limits;
        this.ended = ended;
        this.clock = clock;
        this.recent = new RecentReads<>(clock);
    }

    void listen(@Observes StartupEvent event, Notifications notifications) {
        notifications.listen(CHANNEL, this::heard);
    }

    /** @return empty where only {@link #find} can tell, which waits for the database */
    Optional<StoredSession> cached(byte[] digest) {
        return recent.get(ByteBuffer.wrap(digest)).filter(session -> session.expiresAt().isAfter(clock.instant()));
    }

    /** Who asks again and again reads it every 30 s, which is often enough to know when a session was used last. */
    @AllTenants
    @Transactional
    Optional<StoredSession> find(byte[] digest) {
        var begin = recent.begin();
        var now = begin.at();
        var found = repository.ofDigest(digest, now, now.minus(limits.idle()));
        found.ifPresent(session -> {
            if (session.lastUsedAt().plus(EXACT_ENOUGH).isBefore(now)) {
                repository.used(session.id(), now);
            }
            recent.keep(ByteBuffer.wrap(digest), session, begin);
        });
        return found;
    }

    @AllTenants
    @Scheduled(every = "1h", delayed = "10m")
    @Transactional
    void removeOver() {
        var now = clock.instant();
        repository.removeOver(now, now.minus(limits.idle()));
    }

    private void heard(String payload) {
        if (payload == null) {
            recent.end(session -> true);
            ended.fire(CallerEnded.ANYBODY);
            return;
        }
        Ids.parse(payload).ifPresent(id -> {
            recent.end(session -> session.id().equals(id));
            ended.fire(new CallerEnded(id));
        });
    }
}
