package io.painchain.backend.connector;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Workers by heartbeat; one that was silent for a day is removed. */
@Singleton
public class WorkerRepository {

    /** A worker counts as live for so long after its last heartbeat. */
    public static final Duration LIVE = Duration.ofSeconds(90);

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final Statements statements;
    private final Clock clock;

    WorkerRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    void heartbeat(String type, String worker) {
        var now = clock.instant();
        statements.update("""
                insert into connector_worker (type, worker, first_contact, last_contact) values (?, ?, ?, ?)
                on conflict (type, worker)
                do update set last_contact = greatest(connector_worker.last_contact, excluded.last_contact)""",
                List.of(type, worker, now, now));
        statements.update("delete from connector_worker where type = ? and last_contact < ?",
                List.of(type, now.minus(REMEMBERED)));
    }

    void leave(String type, String worker) {
        statements.update("delete from connector_worker where type = ? and worker = ?", List.of(type, worker));
    }

    /** Raises the version where the set of live workers has changed. */
    boolean renewAssignment(String type) {
        return statements.update("""
                insert into connector_assignment (type, version, workers)
                values (?, 1, (select coalesce(array_agg(worker order by worker), '{}') from connector_worker
                               where type = ? and last_contact >= ?))
                on conflict (type) do update
                set version = connector_assignment.version + 1, workers = excluded.workers
                where connector_assignment.workers <> excluded.workers""",
                List.of(type, type, clock.instant().minus(LIVE))) == 1;
    }

    void raiseAssignment(String type) {
        statements.update("update connector_assignment set version = version + 1 where type = ?", List.of(type));
    }

    long assignmentVersion(String type) {
        return statements.query("select version from connector_assignment where type = ?", List.of(type),
                row -> row.number("version")).stream().findFirst().orElse(0L);
    }

    List<Contact> contacts() {
        return statements.query("""
                select type, worker, first_contact, last_contact from connector_worker
                where last_contact >= ?
                order by type, worker""", List.of(clock.instant().minus(REMEMBERED)),
                row -> new Contact(row.text("type"), row.text("worker"), row.instant("first_contact"),
                        row.instant("last_contact")));
    }

    record Contact(String type, String worker, Instant first, Instant last) {
    }
}
