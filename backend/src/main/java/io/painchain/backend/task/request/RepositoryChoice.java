package io.painchain.backend.task.request;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.integration.tracked.RepositoryNames;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.integration.IntegrationView;

/** Edits the field that the type's schema marks as the list of what is watched. */
@Singleton
class RepositoryChoice {

    private static final String OBJECT = "repositories";

    private final IntegrationAccess integrations;
    private final RepositoryNames names;
    private final AuditLog audit;

    RepositoryChoice(IntegrationAccess integrations, RepositoryNames names, AuditLog audit) {
        this.integrations = integrations;
        this.names = names;
        this.audit = audit;
    }

    List<String> watched(IntegrationReference integration) {
        return names.watched(integrations.masked(integration));
    }

    @Transactional
    IntegrationView add(IntegrationReference integration, JsonNode repositories, List<String> ifMatch) {
        requireSome(repositories);
        return change(integration, ifMatch, (tracked, config) -> tracked.with(config, repositories));
    }

    @Transactional
    IntegrationView replace(IntegrationReference integration, JsonNode repositories, List<String> ifMatch) {
        requireSome(repositories);
        return change(integration, ifMatch, (tracked, config) -> tracked.only(config, repositories));
    }

    @Transactional
    IntegrationView remove(IntegrationReference integration, String name, List<String> ifMatch) {
        return change(integration, ifMatch, (tracked, config) -> {
            var left = tracked.without(config, name);
            requireSome(tracked.names(config), left, name);
            return left;
        });
    }

    private IntegrationView change(IntegrationReference integration, List<String> ifMatch,
            BiFunction<TrackedRepositories, ObjectNode, JsonNode> change) {
        var tracked = tracked(integration);
        var before = names.configured(integrations.masked(integration));
        integrations.changeConfig(integration, ifMatch, config -> (ObjectNode) config.set(tracked.field(),
                change.apply(tracked, config)));
        var view = integrations.masked(integration);
        record(integration, before, names.configured(view));
        return view;
    }

    /** By name: of the configuration's texts the log shows digests. */
    private void record(IntegrationReference integration, List<String> before, List<String> after) {
        var removed = before.stream().filter(name -> !TrackedRepositories.contains(after, name)).toList();
        var added = after.stream().filter(name -> !TrackedRepositories.contains(before, name)).toList();
        if (!removed.isEmpty() || !added.isEmpty()) {
            audit.record(OBJECT, integration.id(), Map.of("removed", removed), Map.of("added", added));
        }
    }

    private static void requireSome(JsonNode repositories) {
        if (!repositories.isArray() || repositories.isEmpty()) {
            throw ProblemType.invalid("/repositories", "must be an array of at least one repository");
        }
    }

    private static void requireSome(List<String> before, JsonNode left, String name) {
        if (left.size() == before.size()) {
            throw ProblemType.NOT_FOUND.problem("The integration does not list %s.".formatted(name));
        }
        if (left.isEmpty()) {
            throw ProblemType.CONFLICT.problem("%s is the last that is listed, and with none its connector would choose; "
                    .formatted(name) + "add another first, or disable the integration.");
        }
    }

    private TrackedRepositories tracked(IntegrationReference integration) {
        return names.tracked(integration.type()).orElseThrow(() -> ProblemType.CONFLICT
                .problem("Integrations of type %s have no list to choose from.".formatted(integration.type())));
    }
}
