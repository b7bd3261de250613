package io.painchain.backend.task.request;

import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * An unsaved configuration.
 *
 * @param q part of a repository's name
 * @param page default 1
 * @param perPage default 30; all three only for {@code …/repositories}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRequest(
        @NotNull @Size(max = Limits.CONNECTOR) String type,
        @NotNull Map<String, Object> config,
        @Size(max = 200) @CleanText String q,
        @Min(1) @Max(100_000) Integer page,
        @Min(1) @Max(100) Integer perPage) {
}
