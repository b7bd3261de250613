package io.painchain.backend.user.session;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.notify.NotificationSender;

/** Ends sessions: their rows are removed, and every backend is notified. */
@Singleton
@Transactional
public class SessionEnds {

    private final SessionRepository repository;
    private final NotificationSender notifications;

    SessionEnds(SessionRepository repository, NotificationSender notifications) {
        this.repository = repository;
        this.notifications = notifications;
    }

    public int ofUser(UUID userId) {
        return notifyOf(repository.endOfUser(userId));
    }

    /** As a provider asks for it: one session by its name; all of the person's without one, the nameless where none has it. */
    public int byProvider(String issuer, String subject, String sid) {
        if (sid == null) {
            return notifyOf(repository.endOfSubject(issuer, subject));
        }
        int ended = notifyOf(repository.endOfSid(issuer, sid));
        return ended > 0 || subject == null ? ended : notifyOf(repository.endOfSubjectWithoutSid(issuer, subject));
    }

    Optional<SessionRepository.Ended> ofBrowser(byte[] digest) {
        var ended = repository.end(digest);
        ended.ifPresent(one -> notifyOf(List.of(one.id())));
        return ended;
    }

    boolean one(UUID userId, UUID id) {
        return notifyOf(repository.end(userId, id)) > 0;
    }

    private int notifyOf(List<UUID> ended) {
        ended.forEach(id -> notifications.send(KnownSessions.CHANNEL, id.toString()));
        return ended.size();
    }
}
