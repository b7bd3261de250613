package io.painchain.backend.deployment.fact;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.connector.EventFact;
import io.painchain.model.connector.EventRole;
import io.painchain.model.connector.EventState;
import io.painchain.model.connector.Meaning;

/** What types of events mean, as their connectors declare it; an event by hand says its role itself. */
@Singleton
public class Meanings {

    /** Under this key of its data an event says what it is. */
    static final String ROLE = "role";

    private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private final ConnectorTypes types;
    private volatile Map<String, Map<String, Meaning>> declared = Map.of();
    private String version;
    private String digest;

    Meanings(ConnectorTypes types) {
        this.types = types;
    }

    Optional<Meaning> of(SourceEvent event) {
        var role = event.data().path(ROLE).textValue();
        if (role != null) {
            return byHand(role);
        }
        return Optional.ofNullable(declared.getOrDefault(event.connector(), Map.of()).get(event.type()));
    }

    /** Of types whose events say something of deployments. */
    public Set<String> types() {
        var names = new LinkedHashSet<String>();
        declared.values().forEach(ofConnector -> ofConnector.forEach((type, meaning) -> {
            if (meaning.role() == EventRole.carrier || meaning.role() == EventRole.work) {
                names.add(type);
            }
        }));
        return names;
    }

    /**
     * Reads what connectors declare now.
     *
     * @return what differs where anything means something else; empty where nothing is declared
     */
    public synchronized String digest() {
        var current = types.version();
        if (!current.equals(version)) {
            declared = read(types.all());
            digest = digestOf(declared);
            version = current;
        }
        return digest;
    }

    private static String digestOf(Map<String, Map<String, Meaning>> declared) {
        try {
            return declared.isEmpty() ? "" : UUID.nameUUIDFromBytes(JSON.writeValueAsBytes(declared)).toString();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Meanings can be written as JSON", e);
        }
    }

    private static Optional<Meaning> byHand(String role) {
        return EventRole.find(role).map(known -> {
            var facts = new EnumMap<EventFact, List<String>>(EventFact.class);
            for (var fact : EventFact.values()) {
                facts.put(fact, List.of(fact.name()));
            }
            return new Meaning(known, facts, EventState.BY_HAND, "run");
        });
    }

    private static Map<String, Map<String, Meaning>> read(List<ConnectorType> all) {
        var meanings = new HashMap<String, Map<String, Meaning>>();
        for (var connector : all) {
            if (connector.eventTypes() != null) {
                connector.eventTypes().forEach((type, about) -> {
                    if (about.meaning() != null) {
                        meanings.computeIfAbsent(connector.id(), id -> new HashMap<>()).put(type, about.meaning());
                    }
                });
            }
        }
        return meanings;
    }
}
