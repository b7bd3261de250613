package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.task.list.TaskRow;
import io.painchain.backend.wire.Timestamps;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.task.TaskState;

final class JobMapper {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {
    };
    private static final TypeReference<List<TaskProgress.Repository>> REPOSITORIES = new TypeReference<>() {
    };
    private static final SyncJob IDLE = new SyncJob(null, SyncJob.State.idle, null, null, null, null, null, null, null,
            Map.of(),
            List.of(), null);

    private JobMapper() {
    }

    public static SyncJob toSync(TaskRow task) {
        if (task == null) {
            return IDLE;
        }
        var progress = task.progress();
        return new SyncJob(task.id().toString(), state(task.state()), task.createdAt(), task.startedAt(), task.finishedAt(),
                percent(task), progress.done(), progress.total(), progress.note(),
                progress.counts() == null ? Map.of() : read(progress.counts(), COUNTS),
                progress.repositories() == null ? List.of() : read(progress.repositories(), REPOSITORIES), task.error());
    }

    public static BackfillJob toBackfill(TaskRow task) {
        if (task == null) {
            return new BackfillJob(IDLE, null, null, List.of());
        }
        var about = read(task.about(), new TypeReference<JsonNode>() {
        });
        var kinds = JSON.convertValue(about.path("kinds"), new TypeReference<List<String>>() {
        });
        return new BackfillJob(toSync(task), instant(about.path("from")), instant(about.path("to")),
                kinds == null ? List.of() : kinds);
    }

    private static SyncJob.State state(TaskState state) {
        return switch (state) {
            case queued -> SyncJob.State.queued;
            case leased -> SyncJob.State.running;
            case done -> SyncJob.State.done;
            case failed, dead, cancelled -> SyncJob.State.failed;
        };
    }

    private static Integer percent(TaskRow task) {
        if (task.state() == TaskState.done) {
            return 100;
        }
        var progress = task.progress();
        if (progress.done() == null || progress.total() == null || progress.total() == 0) {
            return null;
        }
        return (int) Math.min(100, progress.done() * 100 / progress.total());
    }

    private static Instant instant(JsonNode text) {
        return text.isTextual() ? Timestamps.parse(text.textValue()) : null;
    }

    private static <T> T read(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored of a task is unreadable", e);
        }
    }
}
