package io.painchain.backend.ownevent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.audit.AuditRecorded;
import io.painchain.backend.sync.SyncTurned;
import io.painchain.model.event.EventDraft;

/** From what was recorded to what is shown: names of fields, no values, as these may be long or private. */
final class OwnEventMapper {

    /** By kind of object: what it is called, and its types of events when created, changed and removed. */
    private static final Map<String, Words> KINDS = Map.of(
            "integration", new Words("Integration", "ConnectorCreated", "ConfigChanged", "ConnectorDeleted"),
            "key", new Words("API key", "KeyCreated", null, "KeyRevoked"),
            "team", new Words("Team", "TeamCreated", "TeamChanged", "TeamDeleted"),
            "webhook", new Words("Webhook", "WebhookCreated", "WebhookChanged", "WebhookDeleted"),
            "retention", new Words("Retention", null, "RetentionChanged", null));
    private static final int MOST_FIELDS = 100;

    private OwnEventMapper() {
    }

    private record Words(String noun, String created, String changed, String removed) {
    }

    static Optional<EventDraft> toDraft(AuditRecorded recorded) {
        var words = KINDS.get(recorded.entry().kind());
        var type = words == null ? null : type(words, recorded);
        if (type == null) {
            return Optional.empty();
        }
        var entry = recorded.entry();
        var name = name(recorded);
        var entity = entry.kind() + ":" + (entry.objectId() == null ? "tenant" : entry.objectId());
        var change = type.equals(words.created()) ? "created" : type.equals(words.changed()) ? "changed" : "removed";
        var data = new LinkedHashMap<String, Object>();
        data.put("action", entry.action());
        data.put("object", name);
        if (change.equals("changed")) {
            data.put("changed_fields", fields(recorded.before(), recorded.after()));
        }
        var title = "[PainChain] %s %s %s".formatted(words.noun(), name, change).replace("  ", " ");
        var what = new What(type, name.isEmpty() ? "settings" : name, title, change, entity);
        return Optional.of(draft(what, "audit-" + recorded.seq(), entry.at(), entry.actor().name(), data));
    }

    static EventDraft toDraft(SyncTurned turned) {
        var integration = turned.integration();
        var entity = "integration:" + integration.id();
        var type = turned.failed() ? "SyncFailed" : "SyncRecovered";
        var data = new LinkedHashMap<String, Object>();
        data.put("object", integration.name());
        data.put("error", turned.error());
        var title = "[PainChain] %s %s".formatted(integration.name(),
                turned.failed() ? "can no longer be read" : "can be read again");
        var what = new What(type, integration.name(), title, turned.failed() ? "failed" : "recovered", entity);
        return draft(what, "sync-%s@%s".formatted(integration.id(), turned.at()), turned.at(), null, data);
    }

    private record What(String type, String project, String title, String status, String entity) {
    }

    private static EventDraft draft(What what, String externalId, Instant at, String author, Map<String, Object> data) {
        return new EventDraft(what.title(), OwnConnector.TYPE, what.project(), at, null, externalId, null, at, what.type(),
                null, author, null, what.status(), null, what.entity(), List.of(what.entity()), data);
    }

    private static String type(Words words, AuditRecorded recorded) {
        if (recorded.before().isNull()) {
            return words.created();
        }
        if (recorded.after().isNull()) {
            return words.removed();
        }
        return recorded.before().equals(recorded.after()) ? null : words.changed();
    }

    private static String name(AuditRecorded recorded) {
        var state = recorded.after().isNull() ? recorded.before() : recorded.after();
        return state.path("name").asText(state.path("repository_id").asText(""));
    }

    private static List<String> fields(JsonNode before, JsonNode after) {
        var fields = new ArrayList<String>();
        addFields("", before, after, fields);
        return fields.stream().limit(MOST_FIELDS).toList();
    }

    private static void addFields(String path, JsonNode before, JsonNode after, List<String> fields) {
        if (!before.isObject() || !after.isObject()) {
            fields.add(path);
            return;
        }
        before.properties().stream().filter(member -> !member.getValue().equals(after.get(member.getKey())))
                .forEach(member -> addFields(path(path, member.getKey()), member.getValue(), after.path(member.getKey()),
                        fields));
        after.properties().stream().filter(member -> !before.has(member.getKey()))
                .forEach(member -> fields.add(path(path, member.getKey())));
    }

    private static String path(String before, String member) {
        return before.isEmpty() ? member : before + "." + member;
    }
}
