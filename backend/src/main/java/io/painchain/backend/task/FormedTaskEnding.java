package io.painchain.backend.task;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;

import io.painchain.backend.task.FormedTaskEnded.End;
import io.painchain.backend.task.TaskRepository.Ended;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskResult;

/** Tells who formed a task how it ended, in the same transaction. */
@Singleton
class FormedTaskEnding {

    private static final Set<TaskKind> OBSERVED = EnumSet.of(TaskKind.webhook, TaskKind.people);

    private final Event<FormedTaskEnded> event;

    FormedTaskEnding(Event<FormedTaskEnded> event) {
        this.event = event;
    }

    Ended finished(Ended task, TaskResult result, Instant now) {
        return result.ok() ? fire(task, End.done, result.output(), null, now)
                : fire(task, End.failed, null, result.error(), now);
    }

    Ended failed(Ended task, String error, Instant now) {
        return fire(task, End.failed, null, error, now);
    }

    Ended released(Ended task, Instant now) {
        return fire(task, End.released, null, null, now);
    }

    private Ended fire(Ended task, End end, Map<String, Object> output, String error, Instant now) {
        if (OBSERVED.contains(task.kind())) {
            event.fire(new FormedTaskEnded(task.key(), task.type(), task.kind(), end, output, error, now));
        }
        return task;
    }
}
