package io.painchain.backend.webhook.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.model.integration.PolledPage;

@Singleton
class PolledPageRepository {

    private final Statements statements;

    PolledPageRepository(Statements statements) {
        this.statements = statements;
    }

    record Row(String tenantId, UUID integrationId, String type, UUID id, String key, Instant receivedAt, int bytes,
            String headers, byte[] body) {

        LocalDate day() {
            return receivedAt.atOffset(ZoneOffset.UTC).toLocalDate();
        }
    }

    /** @return whether it was not known */
    boolean keep(Row row) {
        int added = statements.update("""
                insert into delivery (tenant_id, integration_id, delivery_id, id, type, event, received_at, received_on,
                    body_bytes, stored_bytes, state, processed_at)
                values (?, ?, ?, ?, ?, ?, ?, cast(? as date), ?, ?, 'polled', ?)
                on conflict do nothing""",
                List.of(row.tenantId(), row.integrationId(), row.key(), row.id(), row.type(), PolledPage.EVENT,
                        row.receivedAt(),
                        row.day().toString(), row.bytes(), row.body().length, row.receivedAt()));
        if (added == 1) {
            statements.update("""
                    insert into delivery_body (tenant_id, received_on, id, headers, body)
                    values (?, cast(? as date), ?, ?, ?)""",
                    List.of(row.tenantId(), row.day().toString(), row.id(), row.headers(), row.body()));
        }
        return added == 1;
    }
}
