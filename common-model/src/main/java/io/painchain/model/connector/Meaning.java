package io.painchain.model.connector;

import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * What events of a type mean, so that chains and figures can be made of them by who knows no provider. Of several keys of
 * {@code data} the first that is there counts.
 *
 * @param facts keys of {@code data} by what they hold
 * @param states by {@code status}; what is missing says nothing
 * @param run the kind of correlation key, such as {@code workflow_run}, that names what several events are parts of
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Meaning(@NotNull EventRole role,
        @Nullable Map<@NotNull EventFact, @NotEmpty @Size(max = 10) List<@NotNull @Size(max = 100) @CleanText String>> facts,
        @Nullable @Size(max = 100) Map<@NotNull @Size(max = Limits.STATUS) @CleanText String, @NotNull EventState> states,
        @Nullable @Size(max = 100) @CleanText String run) {

    public Meaning {
        facts = facts == null ? Map.of() : facts;
        states = states == null ? Map.of() : states;
    }
}
