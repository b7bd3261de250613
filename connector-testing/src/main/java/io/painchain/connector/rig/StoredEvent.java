package io.painchain.connector.rig;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;

/** An event as the contract says that it is kept: newest state only, data merged, tags and lateness as at first. */
public final class StoredEvent {

    private EventDraft state;
    private final List<EventDraft> history = new ArrayList<>();

    StoredEvent(EventDraft first) {
        Map<String, Object> data = new LinkedHashMap<>(first.data());
        data.values().removeIf(Objects::isNull);
        state = with(first, first.asOf(), first.tags(), data);
        history.add(first);
    }

    public EventDraft state() {
        return state;
    }

    public List<EventDraft> history() {
        return history;
    }

    Outcome take(EventDraft draft) {
        Instant known = state.asOf();
        if (draft.asOf().isBefore(known)) {
            return Outcome.outdated;
        }
        EventDraft merged = merge(draft);
        if (withoutTime(merged).equals(withoutTime(state))) {
            return Outcome.unchanged;
        }
        state = merged;
        history.add(draft);
        return Outcome.updated;
    }

    private EventDraft merge(EventDraft draft) {
        Map<String, Object> data = new LinkedHashMap<>(state.data());
        draft.data().forEach((key, value) -> {
            if (key.equals("seen_late")) {
                return;
            }
            if (value == null) {
                data.remove(key);
            } else {
                data.put(key, value);
            }
        });
        return with(draft, draft.asOf(), state.tags(), data);
    }

    private static EventDraft withoutTime(EventDraft draft) {
        return with(draft, null, null, draft.data());
    }

    private static EventDraft with(EventDraft draft, Instant asOf, List<String> tags, Map<String, Object> data) {
        return new EventDraft(draft.title(), draft.connector(), draft.project(), draft.timestamp(), draft.endTimestamp(),
                draft.externalId(), draft.integrationId(), asOf, draft.type(), draft.description(), draft.author(), draft.url(),
                draft.status(), tags, draft.entity(), draft.correlationKeys(), data);
    }
}
