package io.painchain.backend.task.list;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.task.TaskKey;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;

/** For users: without inputs and outputs. */
@Singleton
public class TaskListRepository {

    private static final String COLUMNS = """
            select id, type, kind, integration_id, state, attempt, cast(about as text) as about, done, total, note,
                   cast(counts as text) as counts, cast(repositories as text) as repositories, error, created_at, started_at,
                   finished_at
            from task where tenant_id = ?""";

    private final Statements statements;

    TaskListRepository(Statements statements) {
        this.statements = statements;
    }

    List<TaskRow> list(String tenantId, TaskQuery query) {
        return statements.query(COLUMNS + """
                 and state = coalesce(cast(? as text), state) and kind = coalesce(cast(? as text), kind)
                and type = coalesce(cast(? as text), type)
                and (cast(? as uuid) is null or integration_id = cast(? as uuid))
                order by id desc limit ?""",
                Arrays.asList(tenantId, name(query.state()), name(query.kind()), query.type(), query.integrationId(),
                        query.integrationId(), query.limit()),
                TaskListRepository::row);
    }

    public Optional<TaskRow> newest(String tenantId, UUID integrationId, TaskKind kind) {
        return statements.query(COLUMNS + " and integration_id = ? and kind = ? order by id desc limit 1",
                List.of(tenantId, integrationId, kind.name()), TaskListRepository::row).stream().findFirst();
    }

    Optional<TaskRow> find(TaskKey key) {
        return statements.query(COLUMNS + " and id = ?", List.of(key.tenantId(), key.id()), TaskListRepository::row).stream()
                .findFirst();
    }

    private static TaskRow row(Row row) {
        return new TaskRow(row.id("id"), row.text("type"), TaskKind.valueOf(row.text("kind")), row.id("integration_id"),
                TaskState.valueOf(row.text("state")), (int) row.number("attempt"), row.text("about"),
                new TaskRow.Progress(row.count("done"), row.count("total"), row.text("note"), row.text("counts"),
                        row.text("repositories")),
                row.text("error"), row.instant("created_at"), row.instant("started_at"), row.instant("finished_at"));
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
