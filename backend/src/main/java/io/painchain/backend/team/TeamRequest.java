package io.painchain.backend.team;

import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/** The body of {@code POST /api/teams}. Events with any of the tags are the team's. */
public record TeamRequest(@NotBlank @Size(max = Limits.NAME) @CleanText String name,
        @Size(max = Limits.TAGS) List<@NotBlank @Size(max = Limits.TAG) @CleanText String> tags) {
}
