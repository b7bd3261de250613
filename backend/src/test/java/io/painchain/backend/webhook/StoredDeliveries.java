package io.painchain.backend.webhook;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.database.Statements;

/** The inbox as it is stored; tests set clocks back by moving rows. */
@Singleton
public class StoredDeliveries {

    private final Statements statements;
    private final RepeatedTransaction transaction;

    StoredDeliveries(Statements statements, RepeatedTransaction transaction) {
        this.statements = statements;
        this.transaction = transaction;
    }

    public record Stored(String tenantId, String key, String state, int attempt, int failures, String repository, String event,
            String reason, String error, byte[] body, String headers) {
    }

    public List<Stored> of(String integrationId) {
        return statements.query("""
                select d.*, b.body, b.headers from delivery d
                left join delivery_body b on b.tenant_id = d.tenant_id and b.received_on = d.received_on and b.id = d.id
                where d.integration_id = ? order by d.id""", List.of(UUID.fromString(integrationId)),
                row -> new Stored(row.text("tenant_id"), row.text("delivery_id"), row.text("state"),
                        (int) row.number("attempt"), (int) row.number("failures"), row.text("repository"), row.text("event"),
                        row.text("reason"), row.text("error"), row.bytes("body"), row.text("headers")));
    }

    /** As if all waits were over. */
    public void waitOver(String integrationId) {
        run("update delivery set not_before = received_at where integration_id = ? and not_before is not null", integrationId);
    }

    public void leaseIsOver(String integrationId) {
        run("""
                update task set lease_until = leased_at - interval '1 second'
                where integration_id = ? and state = 'leased'""", integrationId);
    }

    public void receivedDaysAgo(String integrationId, int days) {
        run("update delivery set received_at = received_at - interval '%d days' where integration_id = ?".formatted(days),
                integrationId);
    }

    private void run(String sql, String integrationId) {
        transaction.call(() -> statements.update(sql, List.of(UUID.fromString(integrationId))));
    }
}
