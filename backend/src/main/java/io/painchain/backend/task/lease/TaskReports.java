package io.painchain.backend.task.lease;

import jakarta.inject.Singleton;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.ReportedTask;
import io.painchain.backend.task.TaskQueue;
import io.painchain.backend.wire.JsonDocuments;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskResult;
import io.painchain.model.validation.Limits;

@Singleton
class TaskReports {

    private final TaskQueue queue;

    TaskReports(TaskQueue queue) {
        this.queue = queue;
    }

    void progress(ReportedTask task, TaskProgress progress) {
        var resume = progress.detail() == null ? null : progress.detail().resume();
        if (resume != null && JsonDocuments.compactBytes(resume) > Limits.TASK_RESUME_BYTES) {
            throw tooLong("/detail/resume", Limits.TASK_RESUME_BYTES);
        }
        queue.progress(task, progress);
    }

    void release(ReportedTask task) {
        queue.release(task);
    }

    void result(ReportedTask task, TaskResult result) {
        if (result.output() != null && JsonDocuments.compactBytes(result.output()) > Limits.TASK_OUTPUT_BYTES) {
            throw tooLong("/output", Limits.TASK_OUTPUT_BYTES);
        }
        queue.finish(task, result);
    }

    private static RuntimeException tooLong(String pointer, int bytes) {
        return ProblemType.invalid(pointer, "must be at most " + bytes / 1024 + " KiB as compact JSON");
    }
}
