package io.painchain.backend.apikey;

import jakarta.inject.Singleton;

import io.painchain.backend.notify.NotificationSender;

/** Ends keys for others than who made them. */
@Singleton
public class ApiKeyEnding {

    private final ApiKeyRepository repository;
    private final KnownKeys known;
    private final NotificationSender notifications;

    ApiKeyEnding(ApiKeyRepository repository, KnownKeys known, NotificationSender notifications) {
        this.repository = repository;
        this.known = known;
        this.notifications = notifications;
    }

    /** In the caller's transaction. */
    public void endAll(String tenantId) {
        for (var key : repository.valid(tenantId)) {
            repository.delete(key);
            known.forget(key.id);
            notifications.send(KnownKeys.CHANNEL, key.id.toString());
        }
    }
}
