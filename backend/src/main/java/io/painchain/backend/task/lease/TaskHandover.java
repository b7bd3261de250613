package io.painchain.backend.task.lease;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.task.FormingQueue;
import io.painchain.backend.task.LeasedTask;
import io.painchain.backend.task.TaskInputCipher;
import io.painchain.backend.task.TaskQueue;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.Task;
import io.painchain.model.task.TaskState;

@Singleton
class TaskHandover {

    private static final Logger LOG = Logger.getLogger(TaskHandover.class);
    private static final TypeReference<Map<String, Object>> DOCUMENT = new TypeReference<>() {
    };

    private final TaskInputCipher vault;
    private final TaskQueue queue;
    private final FormingQueue forming;
    private final IntegrationAccess integrations;
    private final ObjectMapper mapper;

    TaskHandover(TaskInputCipher vault, TaskQueue queue, FormingQueue forming, IntegrationAccess integrations,
            ObjectMapper mapper) {
        this.vault = vault;
        this.queue = queue;
        this.forming = forming;
        this.integrations = integrations;
        this.mapper = mapper;
    }

    /** A task that cannot be prepared is failed, and blocks no others. */
    List<Task> tasks(List<LeasedTask> leased) {
        return leased.stream().map(this::task).flatMap(Optional::stream).toList();
    }

    private Optional<Task> task(LeasedTask task) {
        try {
            var integration = integration(task);
            if (task.integrationId() != null && integration.isEmpty()) {
                queue.end(task.key(), TaskState.cancelled, "Its integration was deleted.");
                return Optional.empty();
            }
            return Optional.of(new Task(task.key().id().toString(), task.type(), task.kind(),
                    CurrentTenant.onTheWire(task.key().tenantId()),
                    task.integrationId() == null ? null : task.integrationId().toString(), input(task), task.attempt(),
                    task.leaseUntil(), integration.orElse(null)));
        } catch (IllegalStateException e) {
            LOG.errorf("Task %s cannot be handed over: %s", task.key().id(), e.getMessage());
            queue.end(task.key(), TaskState.dead, "What it was given cannot be decrypted any more.");
            return Optional.empty();
        }
    }

    private Optional<IntegrationView> integration(LeasedTask task) {
        return task.integrationId() == null ? Optional.empty()
                : integrations.inClear(task.key().tenantId(), task.integrationId());
    }

    private Map<String, Object> input(LeasedTask task) {
        if (task.input() == null) {
            return forming.input(task);
        }
        var input = new LinkedHashMap<>(vault.open(task.key(), task.input()));
        if (task.resume() != null) {
            input.put("resume", read(task.resume()));
        }
        return input;
    }

    private Map<String, Object> read(String json) {
        try {
            return mapper.readValue(json, DOCUMENT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Where it stopped is unreadable");
        }
    }
}
