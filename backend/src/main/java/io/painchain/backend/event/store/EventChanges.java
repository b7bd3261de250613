package io.painchain.backend.event.store;

import java.util.Collection;

import jakarta.inject.Singleton;

import io.painchain.backend.notify.NotificationSender;

@Singleton
public class EventChanges {

    /** Payload: a tenant's id as stored. */
    public static final String CHANNEL = "painchain_event";

    private final NotificationSender sender;

    EventChanges(NotificationSender sender) {
        this.sender = sender;
    }

    void announce(Collection<String> tenantIds) {
        tenantIds.forEach(tenant -> sender.send(CHANNEL, tenant));
    }
}
