package io.painchain.backend.task;

import jakarta.inject.Singleton;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.TaskRepository.Told;
import io.painchain.backend.wire.JsonDocuments;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.validation.Limits;

/** Takes what connectors tell of the tasks they have. */
@Singleton
class TaskReports {

    private final TaskQueue queue;

    TaskReports(TaskQueue queue) {
        this.queue = queue;
    }

    void progress(Told told, TaskProgress progress) {
        var resume = progress.detail() == null ? null : progress.detail().resume();
        if (resume != null && JsonDocuments.compactBytes(resume) > Limits.TASK_RESUME_BYTES) {
            throw tooLong("/detail/resume", Limits.TASK_RESUME_BYTES);
        }
        queue.progress(told, progress);
    }

    void release(Told told) {
        queue.release(told);
    }

    void result(Told told, TaskResult result) {
        if (result.output() != null && JsonDocuments.compactBytes(result.output()) > Limits.TASK_OUTPUT_BYTES) {
            throw tooLong("/output", Limits.TASK_OUTPUT_BYTES);
        }
        queue.finish(told, result);
    }

    private static RuntimeException tooLong(String pointer, int bytes) {
        return ProblemType.invalid(pointer, "must be at most " + bytes / 1024 + " KiB as compact JSON");
    }
}
