package io.painchain.backend.task.request;

import java.time.Instant;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/** Absent {@code to} is now; absent or empty {@code kinds} are all event types. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackfillRequest(
        @NotNull Instant from,
        Instant to,
        @Size(max = 50) List<@NotBlank @Size(max = Limits.TYPE) @CleanText String> kinds) {
}
