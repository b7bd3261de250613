package io.painchain.backend.deployment.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.painchain.model.connector.EventFact;
import io.painchain.model.connector.EventRole;
import io.painchain.model.connector.EventState;
import io.painchain.model.connector.Meaning;
import io.painchain.model.event.TypedKey;

/** An event by what its type means. */
record EventReading(SourceEvent event, Meaning meaning) {

    boolean is(EventRole role) {
        return meaning.role() == role;
    }

    /** Of an event without a status: what it tells of has happened. */
    Optional<EventState> state() {
        return event.status() == null ? Optional.of(EventState.done)
                : Optional.ofNullable(meaning.states().get(event.status()));
    }

    Optional<String> text(EventFact fact) {
        var value = node(fact);
        return value.isTextual() && !value.textValue().isBlank() || value.isNumber() ? Optional.of(value.asText())
                : Optional.empty();
    }

    Optional<Boolean> flag(EventFact fact) {
        var value = node(fact);
        return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
    }

    Optional<Long> number(EventFact fact) {
        var value = node(fact);
        return value.isIntegralNumber() ? Optional.of(value.longValue()) : Optional.empty();
    }

    Optional<Instant> time(EventFact fact) {
        return text(fact).flatMap(EventReading::time);
    }

    /** Empty where it is not told; a told list may have none. */
    Optional<List<String>> texts(EventFact fact) {
        var value = node(fact);
        return value.isArray() ? Optional.of(texts(value)) : Optional.empty();
    }

    Optional<List<Commit>> commits() {
        var value = node(EventFact.commits);
        if (!value.isArray()) {
            return Optional.empty();
        }
        var commits = new ArrayList<Commit>();
        value.forEach(entry -> {
            if (entry.path("sha").isTextual()) {
                commits.add(new Commit(entry.path("sha").textValue(),
                        Optional.ofNullable(entry.path("authored_at").textValue()).flatMap(EventReading::time).orElse(null),
                        entry.path("merge").asBoolean(), plain(texts(entry.path("reverts")))));
            }
        });
        return Optional.of(commits);
    }

    private JsonNode node(EventFact fact) {
        return meaning.facts().getOrDefault(fact, List.of()).stream().map(event.data()::path)
                .filter(value -> !value.isMissingNode() && !value.isNull()).findFirst().orElse(MissingNode.getInstance());
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(value -> {
            if (value.isTextual()) {
                texts.add(value.textValue());
            }
        });
        return texts;
    }

    private static List<String> plain(List<String> keys) {
        return keys.stream().map(key -> TypedKey.reverts.plain(key).orElse(key)).toList();
    }

    private static Optional<Instant> time(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
