package io.painchain.model.event;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.FieldError;

/**
 * A provider's record that a connector could not read: the body of {@code POST /api/integrations/{id}/rejected}. The same
 * record sent again is kept once.
 */
public record RejectedRecord(
        @NotNull Map<String, Object> raw,
        @NotEmpty @Size(max = 100) List<@Valid @NotNull FieldError> errors) {
}
