package io.painchain.backend.task.request;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.task.AwaitedTasks;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.task.TaskConfig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.painchain.model.task.TestInput;
import io.smallrye.mutiny.Uni;

@Singleton
class Connections {

    private final AwaitedTasks awaited;
    private final IntegrationAccess integrations;
    private final TaskConfig config;
    private final ObjectMapper mapper;

    Connections(AwaitedTasks awaited, IntegrationAccess integrations, TaskConfig config, ObjectMapper mapper) {
        this.awaited = awaited;
        this.integrations = integrations;
        this.config = config;
        this.mapper = mapper;
    }

    Uni<ConnectionTest> test(String tenantId, ConnectionRequest request) {
        return test(request.type(), tenantId, null, new TestInput(inClear(request)));
    }

    /** @param patch {@code null} or missing: the stored configuration */
    Uni<ConnectionTest> test(IntegrationReference integration, JsonNode patch) {
        var changed = patch == null || patch.isMissingNode() || patch.isNull() ? null
                : integrations.validated(integration, patch);
        return test(integration.type(), integration.tenantId(), integration.id(), new TestInput(changed));
    }

    Uni<Discovery> discover(String tenantId, ConnectionRequest request, RepositorySearch search) {
        return discover(request.type(), tenantId, null, search.input(inClear(request)));
    }

    Uni<Discovery> discover(IntegrationReference integration, RepositorySearch search) {
        return discover(integration.type(), integration.tenantId(), integration.id(), search.input(null));
    }

    private Uni<ConnectionTest> test(String type, String tenantId, UUID integrationId, TestInput input) {
        return awaited.ask(NewTask.awaited(type, TaskKind.test, tenantId, integrationId, input, config.answer()))
                .map(outcome -> outcome.state() == TaskState.done ? awaited.read(outcome, ConnectionTest.class)
                        : ConnectionTest.failed(outcome.error()));
    }

    private Uni<Discovery> discover(String type, String tenantId, UUID integrationId, DiscoverInput input) {
        return awaited.ask(NewTask.awaited(type, TaskKind.discover, tenantId, integrationId, input, config.answer()))
                .map(outcome -> {
                    if (outcome.state() != TaskState.done) {
                        throw AwaitedTasks.refusal(outcome);
                    }
                    var found = awaited.read(outcome, Discovery.class);
                    return found.repositories() == null ? new Discovery(List.of(), null, found.warnings()) : found;
                });
    }

    private Map<String, Object> inClear(ConnectionRequest request) {
        return integrations.validated(request.type(), mapper.valueToTree(request.config()));
    }
}
