package io.painchain.backend.visibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.visibility.FieldVisibilityRepository.Choice;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.validation.FieldError;

/** Stores deviations from the connector's defaults only. */
@Singleton
class FieldVisibility {

    private final FieldVisibilityRepository repository;
    private final ConnectorTypes connectors;
    private final AuditLog audit;
    private final CurrentTenant tenant;

    FieldVisibility(FieldVisibilityRepository repository, ConnectorTypes connectors, AuditLog audit,
            CurrentTenant tenant) {
        this.repository = repository;
        this.connectors = connectors;
        this.audit = audit;
        this.tenant = tenant;
    }

    /** By connector, event type and field; without choices that equal the default or that the connector no longer offers. */
    @Transactional
    Map<String, Map<String, Map<String, Boolean>>> differences() {
        var known = new TreeMap<String, Map<String, ConnectorType.EventType>>();
        var differences = new TreeMap<String, Map<String, Map<String, Boolean>>>();
        for (var choice : repository.list(tenant.id())) {
            var types = known.computeIfAbsent(choice.connector(), this::eventTypes);
            var field = fields(types.get(choice.eventType())).get(choice.field());
            if (field != null && field.defaultVisibility() != choice.visible()) {
                differences.computeIfAbsent(choice.connector(), connector -> new TreeMap<>())
                        .computeIfAbsent(choice.eventType(), type -> new TreeMap<>())
                        .put(choice.field(), choice.visible());
            }
        }
        return differences;
    }

    /** @param changes {@code {field: true|false|null}}; unnamed fields stay */
    @Transactional
    Map<String, Boolean> change(String connector, String eventType, JsonNode changes) {
        var type = eventTypes(connector).get(eventType);
        if (type == null) {
            throw ProblemType.NOT_FOUND.problem("No connector has registered such a type of events.");
        }
        check(changes, fields(type));
        var before = shown(connector, eventType);
        changes.properties().forEach(change -> {
            if (change.getValue().isNull()) {
                repository.remove(tenant.id(), connector, eventType, change.getKey());
            } else {
                repository.put(tenant.id(),
                        new Choice(connector, eventType, change.getKey(), change.getValue().booleanValue()));
            }
        });
        var after = shown(connector, eventType);
        audit.record("field visibility", connector + "/" + eventType, before, after);
        return after;
    }

    private Map<String, Boolean> shown(String connector, String eventType) {
        return differences().getOrDefault(connector, Map.of()).getOrDefault(eventType, Map.of());
    }

    private static void check(JsonNode changes, Map<String, ConnectorType.Field> fields) {
        if (!changes.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        List<FieldError> errors = new ArrayList<>();
        changes.properties().forEach(change -> {
            var pointer = "/" + WireReader.escape(change.getKey());
            if (!change.getValue().isBoolean() && !change.getValue().isNull()) {
                errors.add(new FieldError(pointer, "must be true, false, or null for the default"));
            } else if (!fields.containsKey(change.getKey())) {
                errors.add(new FieldError(pointer, "is no field of these events; there are "
                        + String.join(", ", fields.keySet())));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
    }

    private Map<String, ConnectorType.EventType> eventTypes(String connector) {
        return connectors.find(connector).map(ConnectorType::eventTypes).orElse(Map.of());
    }

    private static Map<String, ConnectorType.Field> fields(ConnectorType.EventType type) {
        return type == null || type.fields() == null ? Map.of() : type.fields();
    }
}
