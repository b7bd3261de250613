package io.painchain.backend.event.store;

import java.util.Collection;

import jakarta.inject.Singleton;

import io.painchain.backend.notify.NotificationSender;

/** Tells that there are new states of events, once their transaction has committed. */
@Singleton
public class EventChanges {

    /** Where the ids of tenants are told, as stored, that have changes. */
    public static final String CHANNEL = "painchain_event";

    private final NotificationSender sender;

    EventChanges(NotificationSender sender) {
        this.sender = sender;
    }

    void announce(Collection<String> tenantIds) {
        tenantIds.forEach(tenant -> sender.send(CHANNEL, tenant));
    }
}
