package io.painchain.backend.connector;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.painchain.backend.connector.WorkerRepository.Contact;
import io.painchain.model.connector.ConnectorType;

final class ConnectorViewMapper {

    private static final Duration LIVE = WorkerRepository.LIVE;

    private ConnectorViewMapper() {
    }

    static ConnectorView toView(ConnectorType type, List<Contact> contacts, Instant now) {
        var workers = contacts.stream().filter(contact -> contact.type().equals(type.id()))
                .map(contact -> new ConnectorView.Worker(contact.worker(), isLive(contact, now), contact.first(),
                        contact.last()))
                .toList();
        return new ConnectorView(type.id(), type.displayName(), workers.stream().anyMatch(ConnectorView.Worker::live),
                workers.stream().map(ConnectorView.Worker::lastContact).max(Comparator.naturalOrder()).orElse(null), workers);
    }

    private static boolean isLive(Contact contact, Instant now) {
        return !contact.last().isBefore(now.minus(LIVE));
    }
}
