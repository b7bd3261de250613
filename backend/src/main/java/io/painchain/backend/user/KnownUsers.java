package io.painchain.backend.user;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.id.Ids;
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.security.CallerEnded;
import io.painchain.backend.security.RecentReads;
import io.quarkus.runtime.StartupEvent;

/** Users with what they are in which tenant, kept for 30 s; a change on any backend ends that at once. */
@Singleton
public class KnownUsers {

    /** Payload: the id of a user whose memberships changed. */
    public static final String CHANNEL = "app_user";

    private final UserRepository repository;
    private final NotificationSender notifications;
    private final Event<CallerEnded> ended;
    private final RecentReads<UUID, KnownUser> recent;

    KnownUsers(UserRepository repository, NotificationSender notifications, Event<CallerEnded> ended, Clock clock) {
        this.repository = repository;
        this.notifications = notifications;
        this.ended = ended;
        this.recent = new RecentReads<>(clock);
    }

    void listen(@Observes StartupEvent event, Notifications received) {
        received.listen(CHANNEL, this::heard);
    }

    /** @return empty where only {@link #find(UUID)} can tell, which waits for the database */
    public Optional<KnownUser> cached(UUID id) {
        return recent.get(id);
    }

    @AllTenants
    @Transactional
    public Optional<KnownUser> find(UUID id) {
        return cached(id).or(() -> kept(() -> repository.find(id)));
    }

    @AllTenants
    @Transactional
    public Optional<KnownUser> find(String issuer, String subject) {
        return recent.values().filter(user -> user.subject().equals(subject) && user.issuer().equals(issuer)).findFirst()
                .or(() -> kept(() -> repository.find(issuer, subject)));
    }

    /** Call it in the transaction of the change: the others hear of it after the commit. */
    public void changed(UUID id) {
        notifications.send(CHANNEL, id.toString());
    }

    private Optional<KnownUser> kept(Supplier<Optional<KnownUser>> read) {
        var begin = recent.begin();
        var found = read.get();
        found.ifPresent(user -> recent.keep(user.id(), user, begin));
        return found;
    }

    private void heard(String payload) {
        if (payload == null) {
            recent.end(user -> true);
            ended.fire(CallerEnded.ANYBODY);
            return;
        }
        Ids.parse(payload).ifPresent(id -> {
            recent.end(user -> user.id().equals(id));
            ended.fire(new CallerEnded(id));
        });
    }
}
