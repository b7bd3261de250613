package io.painchain.model.integration;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * A provider's answer as a poll got it: the body of {@code POST /api/integrations/{id}/pages}.
 *
 * @param url where it was read, with its query
 * @param bytes of the answer before it was compressed
 * @param body the answer, compressed (zlib) and in base64
 */
public record PolledPage(
        @NotBlank @Size(max = Limits.URL) @CleanText String url,
        @NotNull Instant readAt,
        @NotNull @Positive Integer bytes,
        @NotBlank @Size(max = Limits.BATCH_BYTES) String body) {

    /** What such a page is called among deliveries. */
    public static final String EVENT = "polled";
    /** The headers of a delivery that name where and when it was read. */
    public static final String ADDRESS = "x-polled-url";
    public static final String READ_AT = "x-polled-at";
}
