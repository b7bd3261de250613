package io.painchain.backend.webhook.expiry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;

@Singleton
class DeliveryExpiryRepository {

    private final Statements statements;

    DeliveryExpiryRepository(Statements statements) {
        this.statements = statements;
    }

    record Beyond(String tenantId, LocalDate day) {
    }

    int removeSome(Instant before, int most) {
        return statements.update("""
                delete from delivery where (tenant_id, id) in (
                    select tenant_id, id from delivery where received_at < ? order by received_at limit ?
                    for update skip locked)""", List.of(before, most));
    }

    /** The days of which nothing more may be kept. */
    List<Beyond> beyond(long bytesPerTenant) {
        return statements.query("""
                select tenant_id, cast(max(received_on) as text) as day from (
                    select tenant_id, received_on,
                           sum(sum(stored_bytes)) over (partition by tenant_id order by received_on desc) as bytes
                    from delivery where stored_bytes > 0 group by tenant_id, received_on) kept
                where bytes > ?
                group by tenant_id""", List.of(bytesPerTenant),
                row -> new Beyond(row.text("tenant_id"), LocalDate.parse(row.text("day"))));
    }

    /** The rows stay: they keep out what comes again. */
    int removeBodies(Beyond beyond) {
        var parameters = List.of(beyond.tenantId(), beyond.day().toString());
        statements.update("delete from delivery_body where tenant_id = ? and received_on <= cast(? as date)", parameters);
        return statements.update("""
                update delivery set stored_bytes = 0
                where tenant_id = ? and received_on <= cast(? as date) and stored_bytes > 0""", parameters);
    }

    List<LocalDate> partitions() {
        return statements.query("""
                select substring(c.relname from 15) as day from pg_inherits i join pg_class c on c.oid = i.inhrelid
                where i.inhparent = cast('delivery_body' as regclass) order by 1""", List.of(),
                row -> LocalDate.parse(row.text("day"), DateTimeFormatter.BASIC_ISO_DATE));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var key = List.of(deletion.integration().tenantId(), deletion.integration().id());
        statements.update("""
                delete from delivery_body b using delivery d
                where d.tenant_id = ? and d.integration_id = ?
                  and b.tenant_id = d.tenant_id and b.received_on = d.received_on and b.id = d.id""", key);
        statements.update("delete from delivery where tenant_id = ? and integration_id = ?", key);
        statements.update("delete from webhook_config where tenant_id = ? and integration_id = ?", key);
    }
}
