package io.painchain.backend.integration;

import java.util.List;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.FieldError;
import io.quarkus.arc.DefaultBean;

@Singleton
@DefaultBean
class KeptEvents implements IntegrationEvents {

    int left;
    List<FieldError> errors = List.of(new FieldError("/title", "must not be null"));

    @Override
    public int removeSome(IntegrationReference deleted, int limit) {
        int removed = Math.min(left, limit);
        left -= removed;
        return removed;
    }

    @Override
    public List<FieldError> retry(IntegrationReference integration, JsonNode raw) {
        return errors;
    }
}
