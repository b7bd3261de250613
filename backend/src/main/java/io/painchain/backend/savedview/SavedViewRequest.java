package io.painchain.backend.savedview;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The body of {@code POST /api/views}.
 *
 * @param query a query string such as {@code type=release&tag=critical}; empty: everything
 */
public record SavedViewRequest(@NotBlank @Size(max = Limits.NAME) @CleanText String name,
        @NotNull @Size(max = Limits.VIEW_QUERY) @CleanText @Pattern(regexp = "(?!\\?)[^\\s#]*", message = "must be a query string without a leading '?', blanks and '#'") String query) {
}
