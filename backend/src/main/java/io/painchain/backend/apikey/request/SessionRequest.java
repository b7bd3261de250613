package io.painchain.backend.apikey.request;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;

/** The body of {@code POST /api/session}. */
public record SessionRequest(@NotBlank @Size(max = 200) @CleanText String key) {
}
