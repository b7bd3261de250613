package io.painchain.model.task;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The output of a {@link TaskKind#people}: who changes things where the integration looks.
 *
 * @param realm within what an account's id is unique, e.g. the server's name
 * @param complete whether all members are listed: who is not has left
 * @param warnings what is left out, in sentences
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleOutput(
        @NotBlank @Size(max = 255) @CleanText String realm,
        @NotNull @Size(max = 50_000) List<@NotNull @Valid Account> accounts,
        boolean complete,
        @Size(max = 20) List<@NotBlank @Size(max = Limits.ERROR) @CleanText String> warnings) {

    public PeopleOutput {
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
    }

    /**
     * @param externalId the provider's own, which no other account ever gets
     * @param login as events name it; may be another account's one day
     * @param name as people call them; absent: unknown
     * @param member whether they belong to what the integration looks at, now
     * @param groups names of the provider's groups that they are in
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Account(
            @NotBlank @Size(max = 100) @CleanText String externalId,
            @NotBlank @Size(max = Limits.AUTHOR) @CleanText String login,
            @Nullable @Size(max = Limits.AUTHOR) @CleanText String name,
            boolean bot,
            boolean member,
            @Nullable @Size(max = 500) List<@NotBlank @Size(max = 255) @CleanText String> groups) {
    }
}
