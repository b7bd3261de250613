package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.model.connector.EventState;

@Singleton
public class LegRepository {

    private static final String COLUMNS = """
            id, project, environment, service, production, version, run, state, began, done, at, shipped_from, shipped,
            shipped_count, taken_back, works, event_id, known_at""";

    private final Statements statements;

    LegRepository(Statements statements) {
        this.statements = statements;
    }

    Optional<Leg> find(String tenantId, String id) {
        return statements.preparedQuery("select " + COLUMNS + " from deployment_leg where tenant_id = ? and id = ?",
                List.of(tenantId, id), row -> leg(tenantId, row)).stream().findFirst();
    }

    void remove(String tenantId, String id) {
        statements.update("delete from deployment_leg where tenant_id = ? and id = ?", List.of(tenantId, id));
    }

    void keep(Leg leg) {
        remove(leg.slot().tenantId(), leg.id());
        var told = leg.told();
        statements.update("""
                insert into deployment_leg (tenant_id, %s)
                values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, cast(nullif(?, '') as timestamptz), ?, nullif(?, ''),
                    ?, ?, ?, ?, ?, ?)""".formatted(COLUMNS), Arrays.asList(leg.slot().tenantId(), leg.id(),
                leg.slot().project(), leg.slot().environment(), leg.slot().service(), leg.production(), leg.version(),
                Objects.toString(leg.run(), ""), leg.state().name(), leg.began(), Objects.toString(leg.done(), ""), leg.at(),
                told == null ? "" : told.from(), texts(told == null ? List.of() : told.commits()),
                told == null ? 0 : told.count(), texts(told == null ? List.of() : told.back()), texts(leg.works()),
                leg.eventId(), leg.knownAt()));
    }

    /** All legs of what one of them is of since then. */
    public List<Leg> since(Slot slot, Instant from) {
        return statements.query("""
                select %s from deployment_leg l
                where l.tenant_id = ? and l.project = ? and l.environment = ? and l.service = ?
                    and (l.at >= ? or l.run in (
                        select m.run from deployment_leg m
                        where m.tenant_id = ? and m.project = ? and m.environment = ? and m.service = ? and m.at >= ?
                            and m.run is not null))""".formatted(COLUMNS),
                List.of(slot.tenantId(), slot.project(), slot.environment(), slot.service(), from, slot.tenantId(),
                        slot.project(), slot.environment(), slot.service(), from),
                row -> leg(slot.tenantId(), row));
    }

    /** The first moment of what a leg is a part of. */
    public Instant begin(Leg leg) {
        var earliest = leg.run() == null ? null
                : statements.query("""
                        select min(at) as at from deployment_leg
                        where tenant_id = ? and project = ? and run = ? and version = ?""",
                        List.of(leg.slot().tenantId(), leg.slot().project(), leg.run(), leg.version()),
                        row -> row.instant("at"))
                        .get(0);
        return earliest == null || leg.at().isBefore(earliest) ? leg.at() : earliest;
    }

    /** Those that are told to have shipped some work. */
    public List<Leg> shipping(String tenantId, Collection<String> works) {
        return works.isEmpty() ? List.of()
                : statements.query("select " + COLUMNS
                        + " from deployment_leg where tenant_id = ? and works && ? and works <> '{}'",
                        List.of(tenantId, works.toArray(String[]::new)),
                        row -> leg(tenantId, row));
    }

    private static Leg leg(String tenantId, Row row) {
        var from = row.text("shipped_from");
        return new Leg(row.text("id"),
                new Slot(tenantId, row.text("project"), row.text("environment"), row.text("service")), row.flag("production"),
                row.text("version"), row.text("run"), EventState.valueOf(row.text("state")), row.instant("began"),
                row.instant("done"), row.instant("at"),
                from == null ? null
                        : new Leg.Told(from, row.texts("shipped"), row.number("shipped_count"), row.texts("taken_back")),
                row.texts("works"), row.id("event_id"), row.instant("known_at"));
    }

    private static String[] texts(List<String> texts) {
        return texts.toArray(String[]::new);
    }
}
