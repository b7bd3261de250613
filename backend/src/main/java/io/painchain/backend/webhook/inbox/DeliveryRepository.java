package io.painchain.backend.webhook.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Many rows in each statement, of all tenants: what arrives together is stored together. */
@Singleton
class DeliveryRepository {

    private static final String ROW = """
            (?, ?, ?, ?, ?, cast(? as uuid), cast(? as text), cast(? as text), ?, cast(? as date), ?, ?, ?, cast(? as text), \
            cast(? as timestamptz), cast(? as timestamptz))""";

    private final Statements statements;

    DeliveryRepository(Statements statements) {
        this.statements = statements;
    }

    /** Those that are there; they cannot be deleted before the transaction ends. */
    Set<UUID> holdIntegrations(List<NewDelivery> deliveries) {
        var ids = deliveries.stream().map(NewDelivery::integrationId).distinct().sorted().map(UUID::toString)
                .toArray(String[]::new);
        return new HashSet<>(statements.query("""
                select id from integration where id = any(cast(? as uuid[])) and deleted_at is null
                order by id for key share""", Collections.singletonList(ids), row -> row.id("id")));
    }

    /** @return ids of those whose key was not known */
    Set<UUID> insert(List<NewDelivery> deliveries) {
        var parameters = new ArrayList<Object>();
        deliveries.forEach(one -> Collections.addAll(parameters, one.tenantId(), one.integrationId(), one.key(), one.id(),
                one.type(), one.configId(), one.event(), one.repository(), one.receivedAt(), one.day().toString(),
                one.bytes(), one.body().length, one.ignored() == null ? "pending" : "ignored", one.ignored(),
                one.ignored() == null ? one.receivedAt() : null, one.ignored() == null ? null : one.receivedAt()));
        return new HashSet<>(statements.query("""
                insert into delivery (tenant_id, integration_id, delivery_id, id, type, config_id, event, repository,
                    received_at, received_on, body_bytes, stored_bytes, state, reason, not_before, processed_at)
                values %s
                on conflict do nothing returning id""".formatted(rows(deliveries, ROW)), parameters, row -> row.id("id")));
    }

    void insertBodies(List<NewDelivery> deliveries) {
        var parameters = new ArrayList<Object>();
        deliveries.forEach(one -> Collections.addAll(parameters, one.tenantId(), one.day().toString(), one.id(),
                one.headers(), one.body()));
        statements.update("insert into delivery_body (tenant_id, received_on, id, headers, body) values "
                + rows(deliveries, "(?, cast(? as date), ?, ?, ?)"), parameters);
    }

    /** Those given up, whose sender sends them again. */
    void requeueDead(NewDelivery again, Instant now) {
        statements.update("""
                update delivery set state = 'pending', failures = 0, not_before = ?, error = null
                where tenant_id = ? and integration_id = ? and delivery_id = ? and state = 'dead'""",
                List.of(now, again.tenantId(), again.integrationId(), again.key()));
    }

    /** Not with every delivery: hundreds a second may be of one. */
    void touchConfig(String tenantId, UUID configId, Instant at) {
        statements.update("""
                update webhook_config set last_delivery_at = ?
                where tenant_id = ? and id = ? and (last_delivery_at is null or last_delivery_at < ?)""",
                List.of(at, tenantId, configId, at.minusSeconds(1)));
    }

    long bytesSince(String tenantId, Instant since) {
        return statements.query("""
                select coalesce(sum(body_bytes), 0) as bytes from delivery
                where tenant_id = ? and received_at >= ? and state <> 'polled'""",
                List.of(tenantId, since), row -> row.number("bytes")).get(0);
    }

    private static String rows(List<NewDelivery> deliveries, String row) {
        Function<NewDelivery, String> same = one -> row;
        return String.join(", ", deliveries.stream().map(same).toList());
    }
}
