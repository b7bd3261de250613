package io.painchain.backend.task.list;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.painchain.backend.id.Ids;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.painchain.model.validation.FieldError;

record TaskQuery(TaskState state, TaskKind kind, String type, UUID integrationId, int limit) {

    record Raw(String state, String kind, String type, String integrationId, String limit) {
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong parameter */
    static TaskQuery of(Raw raw) {
        var errors = new ArrayList<FieldError>();
        var query = new TaskQuery(constant("state", raw.state(), TaskState.values(), errors),
                constant("kind", raw.kind(), TaskKind.values(), errors), raw.type(), integration(raw.integrationId(), errors),
                PageQuery.limit(raw.limit(), errors));
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return query;
    }

    private static UUID integration(String text, List<FieldError> errors) {
        var id = Ids.parse(text);
        if (text != null && id.isEmpty()) {
            errors.add(new FieldError("integrationId", "must be an integration's id"));
        }
        return id.orElse(null);
    }

    private static <E extends Enum<E>> E constant(String name, String text, E[] values, List<FieldError> errors) {
        if (text == null) {
            return null;
        }
        return Stream.of(values).filter(value -> value.name().equals(text)).findFirst().orElseGet(() -> {
            errors.add(new FieldError(name, "must be one of " + List.of(values)));
            return null;
        });
    }
}
