package io.painchain.backend.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** What this package needs of the one that keeps events, which depends on it. */
public interface IntegrationEvents {

    /** Removes a portion in its own transaction, and returns its size; called until none is left, after a crash too. */
    int removeSome(IntegrationReference deleted, int limit);

    /** @return why the draft is still refused; empty where it is stored */
    List<FieldError> retry(IntegrationReference integration,
            JsonNode raw);
}
