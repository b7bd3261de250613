package io.painchain.backend.task;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

@Singleton
class TaskExpiryRepository {

    static final String STOPPED = "Its connector stopped answering.";

    private static final String LOSE_LEASES = """
            with lost as (
                select tenant_id, id, attempt < %1$d and kind <> 'webhook' as again from task
                where state = 'leased' and lease_until <= ?
                order by tenant_id, id
                for update skip locked)
            update task t
            set state = case when again then 'queued' else 'dead' end, lease_until = null,
                error = case when again then null when kind = 'webhook' then '%2$s'
                        else 'Given up after %1$d attempts: each time its connector stopped answering.' end,
                input = case when again then input end, resume = case when again then resume end,
                finished_at = case when again then null else cast(? as timestamptz) end
            from lost
            where t.tenant_id = lost.tenant_id and t.id = lost.id
            returning t.tenant_id, t.id, t.type, t.kind, t.state""".formatted(TaskRepository.MOST_ATTEMPTS, STOPPED);

    private static final String EXPIRE = """
            with waited as (
                select tenant_id, id from task
                where state = 'queued' and expires_at <= ?
                order by tenant_id, id
                for update skip locked)
            update task t
            set state = 'dead', error = 'No connector of its type came for it in time.', input = null, resume = null,
                finished_at = ?
            from waited
            where t.tenant_id = waited.tenant_id and t.id = waited.id
            returning t.tenant_id, t.id, t.type, t.kind, t.state""";

    private final Statements statements;
    private final Clock clock;

    TaskExpiryRepository(Statements statements, Clock clock) {
        this.statements = statements;
        this.clock = clock;
    }

    /** Requeues tasks without reports, or gives them up after the last attempt. */
    List<Moved> loseLeases(Instant now) {
        return statements.query(LOSE_LEASES, List.of(now, now), TaskExpiryRepository::moved);
    }

    List<Moved> expire(Instant now) {
        return statements.query(EXPIRE, List.of(now, now), TaskExpiryRepository::moved);
    }

    int removeSome(Instant endedBefore, int most) {
        return statements.update("""
                delete from task where (tenant_id, id) in (
                    select tenant_id, id from task where finished_at < ? order by finished_at limit ?
                    for update skip locked)""", List.of(endedBefore, most));
    }

    /** What became of their parts is kept elsewhere, and there are many. */
    int removeSomeFormed(Instant doneBefore, int most) {
        return statements.update("""
                delete from task where (tenant_id, id) in (
                    select tenant_id, id from task
                    where finished_at < ? and kind = 'webhook' and state <> 'dead' and state <> 'failed'
                    order by finished_at limit ?
                    for update skip locked)""", List.of(doneBefore, most));
    }

    /** Cancels its tasks and erases their inputs and outputs. */
    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("""
                update task
                set state = case when finished_at is null then 'cancelled' else state end, input = null, resume = null,
                    error = case when finished_at is null then 'Its integration was deleted.' else error end,
                    output = null, lease_until = null, finished_at = coalesce(finished_at, ?)
                where tenant_id = ? and integration_id = ?""",
                List.of(clock.instant(), integration.tenantId(), integration.id()));
    }

    private static Moved moved(Row row) {
        return new Moved(TaskRepository.key(row), row.text("type"), TaskKind.valueOf(row.text("kind")),
                TaskState.valueOf(row.text("state")));
    }

    record Moved(TaskKey key, String type, TaskKind kind, TaskState state) {
    }
}
