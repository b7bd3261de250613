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
 * A configuration before it is saved: the body of {@code POST /api/integrations/test} and {@code …/repositories}.
 *
 * @param q part of a repository's name; only for repositories
 * @param page 1 where absent; only for repositories
 * @param perPage 30 where absent; only for repositories
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionRequest(
        @NotNull @Size(max = Limits.CONNECTOR) String type,
        @NotNull Map<String, Object> config,
        @Size(max = 200) @CleanText String q,
        @Min(1) @Max(100_000) Integer page,
        @Min(1) @Max(100) Integer perPage) {
}
