package io.painchain.model.event;

import java.util.List;

import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.FieldError;

/**
 * The answer to a batch: counts by outcome (expired ones are only among the items), and what became of each draft and
 * checkpoint in the order they were sent.
 */
public record BatchResult(int created, int updated, int unchanged, int outdated, int rejected, List<Item> items,
        List<CheckpointResult> checkpoints) {

    /**
     * @param index position in the batch's {@code events}
     * @param id the event's id; absent where nothing was stored
     * @param errors why a draft was rejected, with pointers into the draft
     * @param changed in a dry run: the fields that would change, those of {@code data} as {@code data.name}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(int index, String id, @NotNull Outcome outcome, List<FieldError> errors, List<String> changed) {

        public Item(int index, String id, Outcome outcome, List<FieldError> errors) {
            this(index, id, outcome, errors, null);
        }
    }
}
