package io.painchain.backend.notify;

import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.ListeningConnection;
import io.painchain.backend.database.Statements;

/** Payloads name what to look at and contain nothing of it. */
@Singleton
class NotificationRepository {

    private final Statements statements;

    NotificationRepository(Statements statements) {
        this.statements = statements;
    }

    void send(List<Notification> notifications) {
        statements.query("select pg_notify(n.channel, n.payload) from unnest(?, ?) n(channel, payload)",
                List.of(notifications.stream().map(Notification::channel).toArray(String[]::new),
                        notifications.stream().map(Notification::payload).toArray(String[]::new)),
                row -> true);
    }

    int listeningBackends() {
        return (int) statements.query("""
                select count(*) as backends from pg_stat_activity
                where datname = current_database() and application_name = ?""", List.of(ListeningConnection.NAME),
                row -> row.number("backends")).get(0).longValue();
    }
}
