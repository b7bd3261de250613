package io.painchain.backend.integration;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/** The body of {@code POST /api/integrations}, and what a merge patch must result in. Absent {@code enabled} is true. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRequest(
        @NotNull @Size(max = Limits.CONNECTOR) @Pattern(regexp = "[a-z0-9][a-z0-9._-]*", message = "must be lower-case letters, digits, '.', '_' or '-', and begin with a letter or digit") String type,
        @NotBlank @Size(max = Limits.INTEGRATION_NAME) @CleanText String name,
        @NotNull Map<String, Object> config,
        @Size(max = Limits.TAGS) List<@NotBlank @Size(max = Limits.TAG) @CleanText String> tags,
        Boolean enabled) {
}
