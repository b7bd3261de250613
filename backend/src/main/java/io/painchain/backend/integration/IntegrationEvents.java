package io.painchain.backend.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.FieldError;

/** What this feature asks of the one that keeps events, which depends on it and not the other way round. */
public interface IntegrationEvents {

    /** Removes all events of an integration, in the transaction that deletes it. */
    void removeAll(IntegrationReference integration);

    /**
     * Takes a draft that was set aside as if it were sent anew.
     *
     * @return why it still is no event; no errors where it is stored now
     */
    List<FieldError> retry(IntegrationReference integration,
            JsonNode raw);
}
