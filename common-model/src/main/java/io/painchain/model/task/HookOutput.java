package io.painchain.model.task;

import java.util.List;

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
 * @param hookId as the provider numbers it; {@code null}: it could not be asked about it, or removed it
 * @param message a sentence: what was done, or why not
 * @param missing deliveries that did not arrive
 * @param redelivered those of them that were asked for again
 * @param missingOf ids of the repositories that the missing ones are of, as the provider numbers them; {@code null}: unknown
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookOutput(boolean ok, @Nullable @Size(max = 100) @CleanText String hookId,
        @NotBlank @Size(max = Limits.ERROR) @CleanText String message, int missing, int redelivered,
        @Nullable @Size(max = 10_000) List<Long> missingOf) {

    public HookOutput(boolean ok, String hookId, String message, int missing, int redelivered) {
        this(ok, hookId, message, missing, redelivered, null);
    }
}
