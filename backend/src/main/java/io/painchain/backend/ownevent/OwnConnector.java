package io.painchain.backend.ownevent;

import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.connector.ConnectorRegistration;
import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.database.AllTenants;
import io.painchain.model.connector.ConnectorType;
import io.quarkus.runtime.StartupEvent;

/** Registers at each start, as connectors do. */
@Singleton
class OwnConnector {

    static final String TYPE = ConnectorTypes.OWN;
    /** Whether changes of PainChain's own settings appear in the timeline. */
    static final String SETTING = "painchain.own-events";

    private final boolean isWanted;
    private final ConnectorRegistration registration;
    private final ObjectMapper mapper;

    OwnConnector(@ConfigProperty(name = OwnConnector.SETTING, defaultValue = "true") boolean isWanted,
            ConnectorRegistration registration, ObjectMapper mapper) {
        this.isWanted = isWanted;
        this.registration = registration;
        this.mapper = mapper;
    }

    @AllTenants
    void start(@Observes StartupEvent event) {
        if (isWanted) {
            registration.register(TYPE, metadata());
        }
    }

    private ConnectorType metadata() {
        try (var json = OwnConnector.class.getResourceAsStream("/connector-metadata/painchain.json")) {
            return mapper.readValue(json, ConnectorType.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
