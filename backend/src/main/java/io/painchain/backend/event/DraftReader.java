package io.painchain.backend.event;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.store.EventData;
import io.painchain.backend.wire.Reading;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.FieldError;

@Singleton
class DraftReader {

    private final WireReader reader;
    private final Clock clock;

    DraftReader(WireReader reader, Clock clock) {
        this.reader = reader;
        this.clock = clock;
    }

    Reading<EventDraft> read(JsonNode json, Sender sender) {
        var reading = reader.read(json, EventDraft.class);
        if (reading.value() == null) {
            return reading;
        }
        var errors = new ArrayList<>(reading.errors());
        var named = new HashSet<String>();
        errors.forEach(error -> named.add(error.pointer()));
        DraftRules.errors(reading.value(), sender, clock.instant()).stream()
                .filter(error -> !named.contains(error.pointer()))
                .forEach(errors::add);
        if (json.has("data") && EventData.exceedsLimit(json.get("data"))) {
            errors.add(new FieldError("/data", EventData.LIMIT));
        }
        errors.sort(Comparator.comparing(FieldError::pointer));
        return new Reading<>(reading.value(), errors);
    }
}
