package io.painchain.backend.task;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Looks at the table, and lets time pass for a task. */
@Singleton
public class StoredTaskRepository {

    private final Statements statements;
    private final Clock clock;

    StoredTaskRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** The whole row as text. */
    public String row(String id) {
        return statements.query("select cast(t as text) as row from task t where id = ?", List.of(UUID.fromString(id)),
                row -> row.text("row")).get(0);
    }

    String input(String id) {
        return statements.query("select encode(input, 'hex') as input from task where id = ?",
                List.of(UUID.fromString(id)), row -> row.text("input")).get(0);
    }

    void endLease(String id) {
        statements.update("update task set lease_until = ? where id = ?", List.of(clock.instant(), UUID.fromString(id)));
    }

    void finishedADayAgo(String id) {
        statements.update("update task set finished_at = ? where id = ?",
                List.of(clock.instant().minus(TaskCleanup.KEPT).minusSeconds(1), UUID.fromString(id)));
    }

    void lastHeardOf(String worker, long secondsAgo) {
        statements.update("update connector_worker set last_contact = ? where worker = ?",
                List.of(clock.instant().minusSeconds(secondsAgo), worker));
    }
}
