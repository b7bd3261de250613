package io.painchain.backend.user;

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
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.security.CallerEnded;
import io.quarkus.runtime.StartupEvent;

/** Users with what they are in which tenant, kept for 30 s; a change on any backend ends that at once. */
@Singleton
public class KnownUsers {

    /** Payload: the id of a user whose memberships changed. */
    public static final String CHANNEL = "app_user";

    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST = 10_000;

    private final UserRepository repository;
    private final NotificationSender notifications;
    private final Event<CallerEnded> ended;
    private final Clock clock;
    private final Map<UUID, Entry> entries = new ConcurrentHashMap<>();

    KnownUsers(UserRepository repository, NotificationSender notifications, Event<CallerEnded> ended, Clock clock) {
        this.repository = repository;
        this.notifications = notifications;
        this.ended = ended;
        this.clock = clock;
    }

    private record Entry(KnownUser user, Instant readAt) {
    }

    void listen(@Observes StartupEvent event, Notifications received) {
        received.listen(CHANNEL, this::heard);
    }

    /** @return empty where only {@link #find(UUID)} can tell, which waits for the database */
    public Optional<KnownUser> cached(UUID id) {
        var entry = entries.get(id);
        return entry == null || entry.readAt().plus(KEPT).isBefore(clock.instant()) ? Optional.empty()
                : Optional.of(entry.user());
    }

    @Transactional
    public Optional<KnownUser> find(UUID id) {
        return cached(id).or(() -> kept(repository.find(id)));
    }

    @Transactional
    public Optional<KnownUser> find(String issuer, String subject) {
        var cached = entries.values().stream().map(Entry::user)
                .filter(user -> user.subject().equals(subject) && user.issuer().equals(issuer)).findFirst()
                .flatMap(user -> cached(user.id()));
        return cached.or(() -> kept(repository.find(issuer, subject)));
    }

    /** Call it in the transaction of the change: the others hear of it after the commit. */
    public void changed(UUID id) {
        notifications.send(CHANNEL, id.toString());
    }

    private Optional<KnownUser> kept(Optional<KnownUser> found) {
        if (entries.size() >= MOST) {
            entries.clear();
        }
        var readAt = clock.instant();
        found.ifPresent(user -> entries.put(user.id(), new Entry(user, readAt)));
        return found;
    }

    private void heard(String payload) {
        if (payload == null) {
            entries.clear();
            return;
        }
        Ids.parse(payload).ifPresent(id -> {
            entries.remove(id);
            ended.fire(new CallerEnded(id));
        });
    }
}
