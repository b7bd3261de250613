package io.painchain.connector.draft;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.model.event.EventDraft;

public final class Drafts {

    private Drafts() {
    }

    /** Loses against any stored version: it only shows whether the backend has the event. */
    public static EventDraft probing(EventDraft draft) {
        Instant oldest = draft.asOf().isBefore(draft.timestamp()) ? draft.asOf() : draft.timestamp();
        return copy(draft, oldest.minus(1, ChronoUnit.MILLIS), draft.data());
    }

    public static EventDraft asOf(EventDraft draft, Instant moment) {
        return copy(draft, moment, draft.data());
    }

    public static EventDraft with(EventDraft draft, String key, Object value) {
        Map<String, Object> data = new LinkedHashMap<>(draft.data());
        data.put(key, value);
        return copy(draft, draft.asOf(), data);
    }

    public static EventDraft without(EventDraft draft, String key) {
        Map<String, Object> data = new LinkedHashMap<>(draft.data());
        data.remove(key);
        return copy(draft, draft.asOf(), data);
    }

    public static EventDraft lacking(EventDraft draft, String name) {
        List<Object> missing = new ArrayList<>(draft.data().get("missing") instanceof List<?> before ? before : List.of());
        missing.add(name);
        return with(draft, "missing", missing);
    }

    private static EventDraft copy(EventDraft draft, Instant asOf, Map<String, Object> data) {
        return new EventDraft(draft.title(), draft.connector(), draft.project(), draft.timestamp(), draft.endTimestamp(),
                draft.externalId(), draft.integrationId(), asOf, draft.type(), draft.description(), draft.author(),
                draft.url(), draft.status(), draft.tags(), draft.entity(), draft.correlationKeys(), data);
    }
}
