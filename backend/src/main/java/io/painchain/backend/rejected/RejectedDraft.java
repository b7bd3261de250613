package io.painchain.backend.rejected;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.model.validation.FieldError;

/** What is no event yet: a draft or a provider's record as it came, and why it was refused. */
public record RejectedDraft(JsonNode raw, List<FieldError> errors) {
}
