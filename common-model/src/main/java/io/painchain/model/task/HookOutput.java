package io.painchain.model.task;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The output of a {@link TaskKind#hook}.
 *
 * @param ok whether the hook is as asked for
 * @param message a sentence: what was done, or why not
 * @param missing deliveries that did not arrive
 * @param redelivered those of them that were asked for again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookOutput(boolean ok, @Nullable @Size(max = 100) @CleanText String hookId,
        @NotBlank @Size(max = Limits.ERROR) @CleanText String message, int missing, int redelivered) {
}
