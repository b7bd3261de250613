package io.painchain.connector.rig;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.integration.Coverage;

/**
 * What batches bring, kept as the contract says: identity, order by {@code asOf}, checkpoints with versions, set-aside drafts.
 * Whoever uses it holds one lock.
 */
final class TestStore {

    private final Map<String, Map<String, StoredEvent>> events = new LinkedHashMap<>();
    private final Map<String, Map<String, Checkpoint>> checkpoints = new LinkedHashMap<>();
    private final Map<String, Set<JsonNode>> rejected = new LinkedHashMap<>();
    private final List<Coverage> coverage = new ArrayList<>();
    private final List<Map<Outcome, Integer>> batches = new ArrayList<>();

    /** By external id. */
    Map<String, StoredEvent> events(String integration) {
        return events.computeIfAbsent(integration, any -> new LinkedHashMap<>());
    }

    /** By key. */
    Map<String, Checkpoint> checkpoints(String integration) {
        return checkpoints.computeIfAbsent(integration, any -> new LinkedHashMap<>());
    }

    void forgetCheckpoints() {
        checkpoints.clear();
    }

    Set<JsonNode> rejected(String integration) {
        return rejected.computeIfAbsent(integration, any -> new LinkedHashSet<>());
    }

    List<Coverage> coverage() {
        return coverage;
    }

    /** What became of the drafts of each. */
    List<Map<Outcome, Integer>> batches() {
        return batches;
    }

    /** @return the body of the answer */
    JsonNode take(JsonNode batch) {
        String id = batch.path("integrationId").asText();
        ObjectNode result = Wire.JSON.createObjectNode();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        for (JsonNode item : batch.path("events")) {
            Outcome outcome = batch.path("dryRun").asBoolean() ? rehearsed(id, item) : event(id, item);
            counts.merge(outcome, 1, Integer::sum);
            result.withArray("items").addObject().put("outcome", outcome.name());
        }
        for (Outcome outcome : Outcome.values()) {
            result.put(outcome.name(), counts.getOrDefault(outcome, 0));
        }
        batches.add(counts);
        batch.path("coverage").forEach(line -> coverage.add(Wire.valid(Wire.JSON.convertValue(line, Coverage.class))));
        result.putArray("checkpoints");
        batch.path("checkpoints").forEach(checkpoint -> result.withArray("checkpoints").add(checkpoint(id, checkpoint)));
        return result;
    }

    private Outcome rehearsed(String id, JsonNode item) {
        EventDraft draft = Wire.valid(Wire.JSON.convertValue(item, EventDraft.class));
        StoredEvent known = events(id).get(draft.externalId());
        return known == null ? Outcome.created : new StoredEvent(known.state()).take(draft);
    }

    private Outcome event(String id, JsonNode item) {
        EventDraft draft = Wire.JSON.convertValue(item, EventDraft.class);
        if (!Wire.isValid(draft)) {
            rejected(id).add(item);
            return Outcome.rejected;
        }
        StoredEvent known = events(id).get(draft.externalId());
        if (known == null) {
            events(id).put(draft.externalId(), new StoredEvent(draft));
            return Outcome.created;
        }
        return known.take(draft);
    }

    private JsonNode checkpoint(String id, JsonNode sent) {
        Checkpoint checkpoint = Wire.JSON.convertValue(sent, Checkpoint.class);
        Checkpoint known = checkpoints(id).get(checkpoint.key());
        long version = known == null ? 0 : known.version();
        ObjectNode result = Wire.JSON.createObjectNode().put("key", checkpoint.key());
        if (version != checkpoint.version()) {
            return result.put("outcome", "stale").put("version", version).set("value",
                    Wire.JSON.valueToTree(known == null ? null : known.value()));
        }
        checkpoints(id).put(checkpoint.key(), new Checkpoint(checkpoint.key(), version + 1, checkpoint.value()));
        return result.put("outcome", "stored").put("version", version + 1);
    }
}
