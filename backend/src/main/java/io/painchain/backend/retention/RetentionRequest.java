package io.painchain.backend.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.painchain.model.validation.Limits;

/** @param months {@code null} for the installation's default */
public record RetentionRequest(@Min(1) @Max(Limits.RETENTION_MONTHS) Integer months) {
}
