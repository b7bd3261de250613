package io.painchain.backend.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** What this feature asks of the one that keeps events, which depends on it and not the other way round. */
public interface IntegrationEvents {

    /**
     * Removes some of a deleted integration's events, in a transaction of its own, so that none grows with their number. It is
     * called until none is left, after a crash too.
     *
     * @return how many there were, at most {@code limit}
     */
    int removeSome(IntegrationReference deleted, int limit);

    /**
     * Takes a draft that was set aside as if it were sent anew.
     *
     * @return why it still is no event; no errors where it is stored now
     */
    List<FieldError> retry(IntegrationReference integration,
            JsonNode raw);
}
