package io.painchain.backend.person.author;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * Whose a name is: the body of {@code PUT /api/people/authors}.
 *
 * @param personId absent: a new person's
 * @param name of the new person; absent: the author's
 * @param bot whether the new person is none
 */
public record AuthorRequest(
        @NotBlank @Size(max = Limits.CONNECTOR) @CleanText String connector,
        @NotBlank @Size(max = Limits.AUTHOR) @CleanText String author,
        @Nullable String personId,
        @Nullable @Size(min = 1, max = Limits.AUTHOR) @CleanText String name,
        @Nullable Boolean bot) {
}
