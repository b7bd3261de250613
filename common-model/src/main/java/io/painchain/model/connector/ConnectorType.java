package io.painchain.model.connector;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.connect.ConnectWay;
import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * What a connector tells of itself: the body of {@code PUT /api/connectors/{type}}. Forms, labels and filters follow from it.
 *
 * @param color {@code #rrggbb}
 * @param logo {@code data:} URI of a png or svg of at most 64 KiB
 * @param configSchema JSON Schema 2020-12 of an integration's {@code config}; {@code writeOnly} marks secrets,
 *        {@code x-secret-target} fields that say where a secret is sent
 * @param uiSchema how its form looks:
 *        <code>{"order": [key…], "fields": {key: {"label", "placeholder", "help", "condition"}}}</code>
 * @param eventTypes by event type
 * @param intake how its webhooks come in; absent where it has none
 * @param connect in which ways users connect it without entering a token, the usual one first; absent where there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectorType(
        @NotNull @Size(max = Limits.CONNECTOR) @Pattern(regexp = "[a-z0-9][a-z0-9._-]*", message = "must be lower-case letters, digits, '.', '_' or '-', and begin with a letter or digit") String id,
        @NotBlank @Size(max = 100) @CleanText String displayName,
        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "must be #rrggbb") String color,
        @Pattern(regexp = "data:image/(png|svg\\+xml)[;,].*", message = "must be a data: URI of a png or svg") @CleanText String logo,
        @Size(max = 2_000) @CleanText String description,
        @NotNull Map<String, Object> configSchema,
        Map<String, Object> uiSchema,
        @Size(max = 200) Map<@NotBlank @Size(max = Limits.TYPE) @CleanText String, @NotNull @Valid EventType> eventTypes,
        @Nullable @Valid Intake intake,
        @Nullable @Size(max = 10) List<@NotNull @Valid ConnectWay> connect) {

    /** @param meaning absent: nothing follows from its events */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EventType(@NotBlank @Size(max = 100) @CleanText String displayName,
            @Nullable @Size(max = 200) Map<@NotBlank @Size(max = 100) @CleanText String, @NotNull @Valid Field> fields,
            @Nullable @Valid Meaning meaning) {
    }

    public record Field(@NotBlank @Size(max = 100) @CleanText String fieldLabel, boolean defaultVisibility) {
    }
}
