package io.painchain.model.integration;

import java.time.Instant;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * What a provider last said of one token's quota: the body of {@code POST /api/v1/rate-limits/track}.
 *
 * @param integrationId one that uses the token
 * @param tokenHash SHA-256 of the token in lower-case hex; the token itself is never sent
 * @param limits by resource, e.g. {@code core}, {@code search}, {@code graphql}
 * @param forecast by resource
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RateLimitReport(
        @NotNull String integrationId,
        @NotNull @Pattern(regexp = "[0-9a-f]{64}", message = "must be a SHA-256 hash in lower-case hex") String tokenHash,
        @NotEmpty @Size(max = 20) Map<@NotBlank @Size(max = 64) @CleanText String, @NotNull @Valid Quota> limits,
        @Size(max = 20) Map<@NotBlank @Size(max = 64) @CleanText String, @NotNull @Valid Forecast> forecast) {

    public record Quota(@Min(0) int limit, @Min(0) int remaining, @Min(0) int used, @NotNull Instant reset) {
    }

    /**
     * @param exhaustedAt when it will be used up at this rate; {@code null} where it lasts until its reset
     * @param sentence the same in words
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Forecast(Instant exhaustedAt, @NotBlank @Size(max = Limits.ERROR) @CleanText String sentence) {
    }
}
