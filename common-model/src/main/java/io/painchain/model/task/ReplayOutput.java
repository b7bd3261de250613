package io.painchain.model.task;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.event.Outcome;
import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/** The output of a {@link TaskKind#replay}: what each delivery would come to now. */
public record ReplayOutput(@NotNull @Size(max = Limits.TASK_DELIVERIES) List<@NotNull @Valid Replayed> deliveries) {

    /**
     * @param id the delivery's
     * @param reason why nothing is derived from it alone, in a sentence
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Replayed(
            @NotBlank @Size(max = Limits.DELIVERY_ID) @CleanText String id,
            @Nullable @Size(max = Limits.ERROR) @CleanText String reason,
            @NotNull @Size(max = 1_000) List<@NotNull @Valid Derived> events) {
    }

    /** @param changed fields that would change, for what would be updated */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Derived(
            @NotBlank @Size(max = Limits.EXTERNAL_ID) String externalId,
            @NotNull Outcome outcome,
            @Nullable @Size(max = 1_000) List<@NotNull String> changed) {
    }
}
