package io.painchain.backend.webhook.digest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.task.TaskKey;
import io.painchain.model.validation.Limits;

/** What deliveries of a task came to. */
@Singleton
class OutcomeRepository {

    static final int MOST_FAILURES = 5;

    private static final String OUTCOMES = """
            update delivery d
            set state = o.state, reason = o.reason, events = cast(o.events as jsonb),
                not_before = cast(o.not_before as timestamptz), processed_at = ?, error = null, task_id = null, failures = 0,
                most = %d
            from (values %%s) o (delivery_id, state, reason, events, not_before)
            where d.tenant_id = ? and d.task_id = ? and d.delivery_id = o.delivery_id
            returning d.state, d.received_at""".formatted(Limits.TASK_DELIVERIES);

    /** Those that were alone count the failure as theirs, and wait longer each time. */
    private static final String FAILED = """
            update delivery
            set state = case when ? and failures + 1 >= %1$d then 'dead' else 'pending' end,
                not_before = case when ? and failures + 1 >= %1$d then null
                             when ? then cast(? as timestamptz) + power(4, failures) * interval '1 second'
                             else cast(? as timestamptz) end,
                failures = failures + case when ? then 1 else 0 end, most = ?, error = cast(? as text), task_id = null
            where tenant_id = ? and task_id = ?
            returning state, received_at""".formatted(MOST_FAILURES);

    private final Statements statements;

    OutcomeRepository(Statements statements) {
        this.statements = statements;
    }

    record Ended(String state, Instant receivedAt) {
    }

    record Outcome(String key, String state, String reason, String events, Instant notBefore) {
    }

    List<TakenDelivery> taken(TaskKey task) {
        return statements.query("""
                select d.id, d.delivery_id, d.event, d.received_at, d.attempt, b.headers, b.body
                from delivery d
                left join delivery_body b on b.tenant_id = d.tenant_id and b.received_on = d.received_on and b.id = d.id
                where d.tenant_id = ? and d.task_id = ?
                order by d.id""", List.of(task.tenantId(), task.id()),
                row -> new TakenDelivery(row.id("id"), row.text("delivery_id"), row.text("event"), row.instant("received_at"),
                        (int) row.number("attempt"), row.text("headers"), row.bytes("body")));
    }

    int count(TaskKey task) {
        return (int) (long) statements.query("select count(*) as count from delivery where tenant_id = ? and task_id = ?",
                List.of(task.tenantId(), task.id()), row -> row.number("count")).get(0);
    }

    List<Ended> store(TaskKey task, List<Outcome> outcomes, Instant now) {
        if (outcomes.isEmpty()) {
            return List.of();
        }
        var parameters = new ArrayList<Object>(List.of(now));
        outcomes.forEach(one -> Collections.addAll(parameters, one.key(), one.state(), one.reason(), one.events(),
                one.notBefore() == null ? null : one.notBefore().toString()));
        Collections.addAll(parameters, task.tenantId(), task.id());
        var row = "(cast(? as text), cast(? as text), cast(? as text), cast(? as text), cast(? as text))";
        return statements.query(OUTCOMES.formatted(String.join(", ", Collections.nCopies(outcomes.size(), row))), parameters,
                OutcomeRepository::ended);
    }

    /** @param most that each of them may be together with next time; 1: this failure is its own */
    List<Ended> fail(TaskKey task, boolean wereAlone, int most, String error, Instant now) {
        return statements.query(FAILED, Arrays.asList(wereAlone, wereAlone, wereAlone, now, now, wereAlone, most, error,
                task.tenantId(), task.id()), OutcomeRepository::ended);
    }

    void release(TaskKey task, Instant notBefore) {
        statements.update("""
                update delivery set state = 'pending', not_before = ?, task_id = null where tenant_id = ? and task_id = ?""",
                List.of(notBefore, task.tenantId(), task.id()));
    }

    /** Bodies that are gone cannot be told again. */
    void giveUp(String tenantId, UUID id, String error) {
        statements.update(
                """
                        update delivery set state = 'dead', not_before = null, task_id = null, error = ? where tenant_id = ? and id = ?""",
                List.of(error, tenantId, id));
    }

    private static Ended ended(Row row) {
        return new Ended(row.text("state"), row.instant("received_at"));
    }
}
