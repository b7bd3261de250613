package io.painchain.backend.rejected;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** A refused draft or provider's record, as received. */
public record RejectedDraft(JsonNode raw, List<FieldError> errors) {
}
