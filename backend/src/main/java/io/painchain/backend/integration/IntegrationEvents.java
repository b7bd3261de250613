package io.painchain.backend.integration;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** What this package needs of the one that keeps events, which depends on it. */
public interface IntegrationEvents {

    /**
     * In its own transaction; called until it returns less than {@code limit}.
     *
     * @return how many were removed
     */
    int removeSome(IntegrationReference deleted, int limit);

    /** @return why the draft is still refused; empty where it is stored */
    List<FieldError> retry(IntegrationReference integration,
            JsonNode raw);
}
