package io.painchain.backend.task;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.WorkerRepository;
import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.task.FormedTasks.Formed;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/** Transitions of tasks. Rows that another transaction holds are skipped. */
@Singleton
class TaskRepository {

    static final Duration LEASE = Duration.ofSeconds(60);
    /**
     * Of a formed task until its first renewal: it is done in a second, and what a killed worker held does not wait for long.
     */
    static final Duration FORMED_LEASE = Duration.ofSeconds(20);
    static final int MOST_ATTEMPTS = 5;

    /** More rows than needed, as others may hold some. */
    private static final int SPARE = 50;

    private static final String ADD = """
            insert into task (tenant_id, id, type, kind, integration_id, state, input, about, created_at, expires_at)
            values (?, ?, ?, ?, cast(? as uuid), 'queued', ?, cast(? as jsonb), ?, cast(? as timestamptz))
            on conflict do nothing""";

    private static final String LEASE_SOME = """
            with recursive request as (
                select cast(? as text) as type, cast(? as text) as tenant_id, cast(? as text) as worker,
                       cast(? as timestamptz) as now, cast(? as timestamptz) as live_since, cast(? as int) as most
            ), tenant (id) as (
                (select t.tenant_id from task t, request r
                 where t.state = 'queued' and t.type = r.type and t.tenant_id = coalesce(r.tenant_id, t.tenant_id)
                 order by t.tenant_id limit 1)
                union all
                select (select t.tenant_id from task t, request r
                        where t.state = 'queued' and t.type = r.type and t.tenant_id > tenant.id and r.tenant_id is null
                        order by t.tenant_id limit 1)
                from tenant where tenant.id is not null
            ), candidate as (
                select queued.*, served.at as served_at
                from tenant, request r
                cross join lateral (
                    select t.tenant_id, t.id, row_number() over (order by t.id) as turn
                    from task t left join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id
                    where t.state = 'queued' and t.type = r.type and t.tenant_id = tenant.id
                      and (t.expires_at is null or t.expires_at > r.now)
                      and (r.worker is null or i.id is null
                           or assigned_worker(r.type, i.secret_digest, i.id, r.live_since) = r.worker)
                    order by t.id limit r.most + %d) queued
                cross join lateral (
                    select max(t.leased_at) as at from task t
                    where t.type = r.type and t.tenant_id = tenant.id and t.leased_at is not null) served
                where tenant.id is not null
            ), chosen as (
                select t.tenant_id, t.id
                from candidate c join task t on t.tenant_id = c.tenant_id and t.id = c.id
                where t.state = 'queued'
                order by c.turn, c.served_at nulls first, t.id
                limit (select most from request)
                for update of t skip locked
            )
            update task t
            set state = 'leased', attempt = attempt + 1, worker = r.worker, leased_at = r.now,
                lease_until = r.now + interval '%d seconds', started_at = coalesce(started_at, r.now)
            from chosen c, request r
            where t.tenant_id = c.tenant_id and t.id = c.id
            returning t.tenant_id, t.id, t.type, t.kind, t.integration_id, t.input, cast(t.resume as text) as resume,
                      t.attempt, t.lease_until""".formatted(SPARE, LEASE.toSeconds());

    private static final String RENEW = """
            update task
            set lease_until = cast(? as timestamptz), done = coalesce(cast(? as bigint), done),
                total = coalesce(cast(? as bigint), total), note = coalesce(cast(? as text), note),
                counts = coalesce(cast(? as jsonb), counts), repositories = coalesce(cast(? as jsonb), repositories),
                resume = coalesce(cast(? as jsonb), resume)
            where id = ? and type = ? and state = 'leased' and attempt = coalesce(cast(? as int), attempt)
              and tenant_id = coalesce(cast(? as text), tenant_id)""";

    private static final String FINISH = """
            update task
            set state = ?, output = cast(? as jsonb), error = cast(? as text), status = cast(? as int),
                input = null, resume = null, lease_until = null, finished_at = ?
            where id = ? and type = ? and state = 'leased' and attempt = coalesce(cast(? as int), attempt)
              and tenant_id = coalesce(cast(? as text), tenant_id)
            returning tenant_id, id, type, kind""";

    private static final String END = """
            update task
            set state = ?, error = cast(? as text), input = null, resume = null, lease_until = null, finished_at = ?
            where tenant_id = ? and id = ? and state in ('queued', 'leased')
            returning tenant_id, id, type, kind""";

    private static final String ADD_LEASED = """
            insert into task (tenant_id, id, type, kind, integration_id, state, about, attempt, worker, leased_at, lease_until,
                created_at, started_at)
            values (?, ?, ?, ?, ?, 'leased', cast(? as jsonb), 1, cast(? as text), ?, ?, ?, ?)""";

    private final Statements statements;

    TaskRepository(Statements statements) {
        this.statements = statements;
    }

    /** @return false where an equal one is open and one is enough */
    boolean add(TaskKey key, NewTask task, byte[] input, String about, Instant now) {
        return statements.update(ADD, Arrays.asList(key.tenantId(), key.id(), task.type(), task.kind().name(),
                task.integrationId(), input, about, now, task.timeout() == null ? null : now.plus(task.timeout()))) == 1;
    }

    void addLeased(Formed formed, LeaseRequest request, String about, Instant now) {
        statements.update(ADD_LEASED, Arrays.asList(formed.key().tenantId(), formed.key().id(), request.type(),
                request.kind().name(), formed.integrationId(), about, request.worker(), now,
                now.plus(FORMED_LEASE), now, now));
    }

    /** Fair: tenants in turn, beginning with the one served longest ago; oldest tasks first. */
    List<LeasedTask> lease(LeaseRequest request, Instant now) {
        return statements.preparedQuery(LEASE_SOME, Arrays.asList(request.type(), request.tenantId(), request.worker(), now,
                now.minus(WorkerRepository.LIVE), request.max()), TaskRepository::leased);
    }

    /** @return false where the lease is lost */
    boolean renew(ReportedTask reported, Instant now, Progress progress) {
        return statements.update(RENEW, Arrays.asList(now.plus(LEASE), progress.done(), progress.total(), progress.note(),
                progress.counts(), progress.repositories(), progress.resume(), reported.id(), reported.type(),
                reported.attempt(),
                reported.tenantId())) == 1;
    }

    /** A formed task ends, any other is queued again. */
    Optional<Ended> release(ReportedTask reported, Instant now) {
        return statements.query("""
                update task
                set state = case when kind = 'webhook' then 'cancelled' else 'queued' end, lease_until = null,
                    finished_at = case when kind = 'webhook' then cast(? as timestamptz) end
                where id = ? and type = ? and state = 'leased' and attempt = coalesce(cast(? as int), attempt)
                  and tenant_id = coalesce(cast(? as text), tenant_id)
                returning tenant_id, id, type, kind""",
                Arrays.asList(now, reported.id(), reported.type(), reported.attempt(), reported.tenantId()),
                TaskRepository::ended).stream().findFirst();
    }

    /** Erases the input. Empty where the lease is lost. */
    Optional<Ended> finish(ReportedTask reported, Instant now, FinishedTask result) {
        return statements.query(FINISH, Arrays.asList(result.state().name(), result.output(), result.error(),
                result.status(), now, reported.id(), reported.type(), reported.attempt(), reported.tenantId()),
                TaskRepository::ended).stream().findFirst();
    }

    /** Empty where it had ended before. */
    Optional<Ended> end(TaskKey key, TaskState state, String error, Instant now) {
        return statements.query(END, Arrays.asList(state.name(), error, now, key.tenantId(), key.id()),
                TaskRepository::ended).stream().findFirst();
    }

    Optional<TaskState> state(ReportedTask reported) {
        return statements.query("""
                select state from task
                where id = ? and type = ? and tenant_id = coalesce(cast(? as text), tenant_id)""",
                Arrays.asList(reported.id(), reported.type(), reported.tenantId()), row -> TaskState.valueOf(row.text("state")))
                .stream().findFirst();
    }

    /** Empty where it is of another kind. */
    Optional<TaskKey> keyOf(ReportedTask reported, TaskKind kind) {
        return statements.query("select tenant_id, id from task where id = ? and type = ? and kind = ?",
                List.of(reported.id(), reported.type(), kind.name()), TaskRepository::key).stream().findFirst();
    }

    boolean isLeased(TaskKey key) {
        return !statements.query("select 1 from task where tenant_id = ? and id = ? and state = 'leased'",
                List.of(key.tenantId(), key.id()), row -> true).isEmpty();
    }

    /** Empty until it has ended. */
    Optional<FinishedTask> outcome(TaskKey key) {
        return statements.preparedQuery("""
                select state, cast(output as text) as output, error, status from task
                where tenant_id = ? and id = ? and finished_at is not null""", List.of(key.tenantId(), key.id()),
                row -> new FinishedTask(TaskState.valueOf(row.text("state")), row.text("output"), row.text("error"),
                        number(row.count("status"))))
                .stream().findFirst();
    }

    void forgetOutput(TaskKey key) {
        statements.update("update task set output = null where tenant_id = ? and id = ?", List.of(key.tenantId(), key.id()));
    }

    private static LeasedTask leased(Row row) {
        return new LeasedTask(key(row), row.text("type"), TaskKind.valueOf(row.text("kind")), row.id("integration_id"),
                row.bytes("input"), row.text("resume"), (int) row.number("attempt"), row.instant("lease_until"));
    }

    private static Ended ended(Row row) {
        return new Ended(key(row), row.text("type"), TaskKind.valueOf(row.text("kind")));
    }

    static TaskKey key(Row row) {
        return new TaskKey(row.text("tenant_id"), row.id("id"));
    }

    private static Integer number(Long value) {
        return value == null ? null : Math.toIntExact(value);
    }

    record Ended(TaskKey key, String type, TaskKind kind) {
    }

    /** JSON; {@code null} leaves a value unchanged. */
    public record Progress(Long done, Long total, String note, String counts, String repositories, String resume) {
    }
}
