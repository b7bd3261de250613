package io.painchain.model.integration;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * A line of the ledger: from when to when one source of one repository is in the timeline. It replaces the line of the same
 * integration, repository and source whole.
 *
 * @param source any word of the connector's, e.g. {@code pulls}, {@code runs}, {@code pushes}
 * @param from the first moment that is covered
 * @param to the last moment that is covered
 * @param verifiedAt when the source was read last and agreed; nothing later is ever claimed
 * @param gaps within {@code from} and {@code to}, what is not covered
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Coverage(
        @NotBlank @Size(max = Limits.PROJECT) @CleanText String repository,
        @NotBlank @Size(max = Limits.TYPE) @CleanText String source,
        @NotNull Instant from,
        @NotNull Instant to,
        @NotNull Instant verifiedAt,
        @Size(max = 1_000) List<@NotNull @Valid Gap> gaps) {

    /** Begins the source of what webhooks told: beside what was read, never instead of it. */
    public static final String BY_HOOK = "hook:";

    /** The last comparison of the whole reach with the provider: it repairs and proves nothing by itself. */
    public static final String SWEEP = "sweep";

    /** Whether a line of the source says what was read; others stand beside and are never judged. */
    public static boolean isRead(String source) {
        return !source.startsWith(BY_HOOK) && !source.equals(SWEEP);
    }

    /** @param reason why, as the end of a sentence: {@code "the feed shows 300 events only"} */
    public record Gap(@NotNull Instant from, @NotNull Instant to,
            @NotBlank @Size(max = Limits.ERROR) @CleanText String reason) {
    }
}
