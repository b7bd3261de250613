package io.painchain.model.event;

import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * Where a connector stands with one source of an integration; opaque to the backend.
 *
 * @param key what it is about, e.g. the repository {@code acme/api}
 * @param version the version that was read; 0 where there was none. A write with another version than the stored one is stale
 * @param value any JSON object of at most 64 KiB
 */
public record Checkpoint(
        @NotBlank @Size(max = Limits.CHECKPOINT_KEY) @CleanText String key,
        @Min(0) long version,
        @NotNull Map<String, Object> value) {
}
