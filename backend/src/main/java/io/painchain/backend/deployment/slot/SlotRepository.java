package io.painchain.backend.deployment.slot;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.database.Statements;
import io.painchain.backend.deployment.fact.Slot;
import io.painchain.backend.deployment.slot.SlotCommitRepository.Found;
import io.painchain.backend.deployment.slot.SlotRow.Previous;

@Singleton
public class SlotRepository {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String OF_SLOT = "tenant_id = ? and project = ? and environment = ? and service = ?";

    private final Statements statements;

    SlotRepository(Statements statements) {
        this.statements = statements;
    }

    /** What was undone by what is forgotten is so no longer. */
    void forget(Slot slot, Instant from) {
        var since = List.of(slot.tenantId(), slot.project(), slot.environment(), slot.service(), from);
        statements.update("delete from deployment_slot where " + OF_SLOT + " and at >= ?", since);
        statements.update("update deployment_slot set undone_at = null, undone_by = null where " + OF_SLOT
                + " and undone_at >= ?", since);
    }

    Optional<Previous> lastDone(Slot slot, Instant before) {
        return statements.query("""
                select id, version, done from deployment_slot
                where %s and at < ? and done is not null order by at desc, id desc limit 1""".formatted(OF_SLOT),
                List.of(slot.tenantId(), slot.project(), slot.environment(), slot.service(), before),
                row -> new Previous(row.text("id"), row.text("version"), row.instant("done"))).stream().findFirst();
    }

    void keep(SlotRow row) {
        var deployment = row.deployment();
        var slot = deployment.slot();
        var previous = row.previous();
        var range = row.range();
        statements.update("""
                insert into deployment_slot (tenant_id, id, project, environment, service, production, version, state, began,
                    done, at, previous, previous_done, kind, reason, waits_for, shipment, rework, event_id, known_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(nullif(?, '') as timestamptz), ?, nullif(?, ''),
                    cast(nullif(?, '') as timestamptz), nullif(?, ''), nullif(?, ''), nullif(?, cast('{}' as text[])), ?,
                    nullif(?, ''), ?, ?)
                on conflict (tenant_id, id) do nothing""", Arrays.asList(slot.tenantId(), deployment.id(), slot.project(),
                slot.environment(), slot.service(), deployment.production(), deployment.version(), deployment.state(),
                deployment.began(), Objects.toString(deployment.done(), ""), deployment.at(),
                previous == null ? "" : previous.version(), previous == null ? "" : previous.done().toString(),
                range == null ? "" : range.kind().name(), range == null ? "" : Objects.toString(range.reason(), ""),
                range == null ? new String[0] : range.waitsFor().toArray(String[]::new), json(row.shipment()),
                Objects.toString(row.rework(), ""), deployment.newest().eventId(), deployment.knownAt()));
    }

    /** The first that undoes it counts. */
    void mark(String tenantId, Undoings.Mark mark, Instant at) {
        statements.update("""
                update deployment_slot set undone_at = ?, undone_by = ?
                where tenant_id = ? and id = ? and undone_at is null""",
                List.of(at, mark.by().name(), tenantId, mark.deploymentId()));
    }

    /** Slots in which something waits for a push to one of these heads. */
    public List<Found> waitingFor(String tenantId, Collection<String> heads) {
        return heads.isEmpty() ? List.of()
                : statements.query("""
                        select project, environment, service, min(at) as at from deployment_slot
                        where tenant_id = ? and waits_for is not null and waits_for && ?
                        group by project, environment, service""", List.of(tenantId, heads.toArray(String[]::new)),
                        row -> new Found(new Slot(tenantId, row.text("project"), row.text("environment"), row.text("service")),
                                row.instant("at")));
    }

    private static String json(Shipment shipment) {
        try {
            return JSON.writeValueAsString(shipment);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A shipment can be written as JSON", e);
        }
    }
}
