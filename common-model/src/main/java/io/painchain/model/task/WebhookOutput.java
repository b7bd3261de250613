package io.painchain.model.task;

import java.time.Instant;
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
 * The output of a {@link TaskKind#webhook}: what became of each delivery. One that is not named is handed over again. A task
 * that fails or whose lease is lost has its deliveries handed over again in halves, then one by one; one that failed alone
 * five times is given up. What no delivery is to blame for, such as a provider that is away, is told by giving the task back
 * (release): it is handed over again a little later.
 */
public record WebhookOutput(@NotNull @Size(max = Limits.TASK_DELIVERIES) List<@NotNull @Valid Outcome> deliveries) {

    /** What a delivery came to. */
    public enum State {
        /** It says something that is an event, or that changes one. */
        mapped,
        /** It says nothing that is an event. */
        ignored,
        /** It cannot be told yet: later again, or by the next poll. */
        deferred
    }

    /**
     * @param id the delivery's
     * @param reason a sentence, for what is not {@code mapped}
     * @param notBefore when a deferred one is to be handed over again; absent: not at all, the poll tells
     * @param events external ids of the drafts that it became
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Outcome(
            @NotBlank @Size(max = Limits.DELIVERY_ID) @CleanText String id,
            @NotNull State state,
            @Nullable @Size(max = Limits.ERROR) @CleanText String reason,
            @Nullable Instant notBefore,
            @Nullable @Size(max = 1_000) List<@NotNull @Size(max = Limits.EXTERNAL_ID) String> events) {
    }
}
