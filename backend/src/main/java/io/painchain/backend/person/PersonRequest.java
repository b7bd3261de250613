package io.painchain.backend.person;

import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/** The body of {@code PATCH /api/people/{id}}; what is absent or blank stays. */
public record PersonRequest(@Nullable @Size(min = 1, max = Limits.AUTHOR) @CleanText String name, @Nullable Boolean bot) {
}
