package io.painchain.backend.task.list;

import java.util.Map;
import java.util.UUID;

public final class TaskViewMapper {

    private TaskViewMapper() {
    }

    static TaskView toView(TaskRow task, Map<UUID, String> integrationNames) {
        return new TaskView(task.id().toString(), task.type(), task.kind(),
                task.integrationId() == null ? null : task.integrationId().toString(),
                task.integrationId() == null ? null : integrationNames.get(task.integrationId()), task.state(), task.attempt(),
                task.progress().done(),
                task.progress().total(), task.progress().note(), task.error(), task.createdAt(), task.startedAt(),
                task.finishedAt());
    }
}
