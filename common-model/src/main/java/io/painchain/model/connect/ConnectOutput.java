package io.painchain.model.connect;

import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;

/**
 * The output of a {@link io.painchain.model.task.TaskKind#connect}; stored encrypted only. Either a step follows, or something
 * was granted; of {@link ConnectInput.Action#revoke} there may be neither.
 *
 * @param kept to be handed back with the answer to the step
 * @param connected what was granted, and the configuration that follows from it
 * @param note a sentence for the user
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectOutput(@Nullable @Valid ConnectStep step, @Nullable Map<String, String> kept,
        @Nullable @Valid Connected connected, @Nullable @Size(max = 2_000) @CleanText String note) {

    /**
     * @param name for the integration
     * @param config what the grant adds to the integration's configuration; secrets in clear
     * @param claim names what was granted among all that the provider grants, so that connecting it again is known
     * @param exclusive whether one tenant only may have it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Connected(@Nullable @Size(max = 100) @CleanText String name, Map<String, Object> config,
            @Nullable @Size(max = 500) @CleanText String claim, boolean exclusive, ConnectGrant grant) {
    }

    public static ConnectOutput next(ConnectStep step, Map<String, String> kept) {
        return new ConnectOutput(step, kept, null, null);
    }

    public static ConnectOutput connected(Connected connected) {
        return new ConnectOutput(null, null, connected, null);
    }

    public static ConnectOutput noted(String note) {
        return new ConnectOutput(null, null, null, note);
    }
}
