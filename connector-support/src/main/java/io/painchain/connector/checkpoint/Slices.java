package io.painchain.connector.checkpoint;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;

/** Slices of kinds that this version does not know stay as stored, as JSON maps and lists. */
public record Slices(Kinds kinds, Map<String, Object> byName) {

    public Slices {
        byName = Map.copyOf(byName);
    }

    static Slices read(Kinds kinds, Map<String, Object> json) {
        Map<String, Object> slices = new HashMap<>(json);
        slices.values().removeIf(value -> value == null);
        kinds.all().forEach(kind -> slices.put(kind.name(), read(kind, json.get(kind.name()))));
        return new Slices(kinds, slices);
    }

    @SuppressWarnings("unchecked")
    private static Object read(ChangeKind<?> kind, Object json) {
        return json == null ? kind.unread() : ContractJson.record((Map<String, Object>) json, kind.sliceType());
    }

    Map<String, Object> write() {
        Map<String, Object> json = new HashMap<>(byName);
        kinds.all().forEach(kind -> json.put(kind.name(), ContractJson.map(byName.get(kind.name()))));
        return json;
    }

    <S> S of(ChangeKind<S> kind) {
        return kind.sliceType().cast(byName.get(kind.name()));
    }

    Slices with(ChangeKind<?> kind, Object slice) {
        Map<String, Object> slices = new HashMap<>(byName);
        slices.put(kind.name(), kind.sliceType().cast(slice));
        return new Slices(kinds, slices);
    }

    Slices forgetTags() {
        Slices slices = this;
        for (ChangeKind<?> kind : kinds.all()) {
            slices = slices.with(kind, forgetTags(kind));
        }
        return slices;
    }

    private <S> S forgetTags(ChangeKind<S> kind) {
        return kind.forgetTags(of(kind));
    }

    Slices asOf(Instant moment) {
        Slices slices = this;
        for (ChangeKind<?> kind : kinds.all()) {
            slices = slices.with(kind, asOf(kind, moment));
        }
        return slices;
    }

    private <S> S asOf(ChangeKind<S> kind, Instant moment) {
        return kind.asOf(of(kind), moment);
    }
}
