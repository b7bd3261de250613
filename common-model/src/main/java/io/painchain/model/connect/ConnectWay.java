package io.painchain.model.connect;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;

/**
 * A way in which users connect a provider by agreeing there, as its connector declares it.
 *
 * @param id what the connector calls it
 * @param kind what users get to do first
 * @param scopes what is asked of the provider, so that it can be said beforehand
 * @param inputs what users are asked for before; absent: nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectWay(
        @NotNull @Pattern(regexp = "[a-z][a-z0-9-]{0,30}", message = "must be lower-case letters, digits and '-'") String id,
        @NotNull ConnectStep.Kind kind,
        @NotBlank @Size(max = 100) @CleanText String displayName,
        @NotBlank @Size(max = 500) @CleanText String description,
        @Nullable @Size(max = 50) List<@NotBlank @Size(max = 100) @CleanText String> scopes,
        @Nullable @Size(max = 20) List<@NotNull @Valid Input> inputs) {

    /**
     * A text that users enter.
     *
     * @param secret shown to nobody, also while it is entered
     * @param multiline such as a key file
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Input(
            @NotNull @Pattern(regexp = "[a-zA-Z][a-zA-Z0-9]{0,49}", message = "must be letters and digits") String name,
            @NotBlank @Size(max = 100) @CleanText String label,
            @Nullable @Size(max = 500) @CleanText String help,
            @Nullable @Size(max = 200) @CleanText String placeholder,
            boolean required,
            boolean secret,
            boolean multiline) {
    }
}
