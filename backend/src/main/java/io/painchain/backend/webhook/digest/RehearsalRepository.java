package io.painchain.backend.webhook.digest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Statements;

/** Deliveries that are kept, whatever became of them. */
@Singleton
class RehearsalRepository {

    private static final TypeReference<Set<String>> IDS = new TypeReference<>() {
    };

    private final Statements statements;
    private final ObjectMapper mapper;

    RehearsalRepository(Statements statements, ObjectMapper mapper) {
        this.statements = statements;
        this.mapper = mapper;
    }

    /** @param events external ids of what it became */
    record Kept(TakenDelivery delivery, Set<String> events) {
    }

    /** The oldest first, behind an id. */
    List<Kept> after(String tenantId, UUID integrationId, UUID after, Instant from, Instant to, int most) {
        return statements.query(
                """
                        select d.id, d.delivery_id, d.event, d.received_at, d.attempt, b.headers, b.body, cast(d.events as text) as events
                        from delivery d
                        join delivery_body b on b.tenant_id = d.tenant_id and b.received_on = d.received_on and b.id = d.id
                        where d.tenant_id = ? and d.integration_id = ? and d.id > ? and d.received_at >= ?
                            and (cast(? as timestamptz) is null or d.received_at < cast(? as timestamptz))
                        order by d.id limit ?""",
                Arrays.asList(tenantId, integrationId, after, from, to, to, most),
                row -> new Kept(new TakenDelivery(row.id("id"), row.text("delivery_id"), row.text("event"),
                        row.instant("received_at"), (int) row.number("attempt"), row.text("headers"), row.bytes("body")),
                        ids(row.text("events"))));
    }

    private Set<String> ids(String json) {
        try {
            return json == null ? Set.of() : mapper.readValue(json, IDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored ids are unreadable", e);
        }
    }
}
