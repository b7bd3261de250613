package io.painchain.backend.rejected;

import java.time.Instant;
import java.util.List;

import io.painchain.model.validation.FieldError;

/**
 * What was set aside for an integration, as it came.
 *
 * @param id UUIDv7
 * @param raw the draft or the provider's record, any JSON
 */
public record RejectedView(String id, Instant receivedAt, List<FieldError> errors, Object raw) {
}
