package io.painchain.backend.ratelimit;

import java.time.Instant;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The quota that is left, in the words of the tools that asked for it first.
 *
 * @param status {@code success}
 * @param rateLimits by resource, summed up over the tokens
 * @param forecast by resource: of several tokens the one that is used up first
 * @param tokens how many there are
 */
public record RateLimitStatus(String status, @JsonProperty("rate_limits") Map<String, Resource> rateLimits,
        Map<String, Forecast> forecast, int tokens) {

    /**
     * @param reset when the first of the tokens gets its quota anew
     * @param percentageUsed 0 to 100, with two decimals
     */
    public record Resource(long limit, long remaining, @Nullable Instant reset, long used,
            @JsonProperty("percentage_used") double percentageUsed) {
    }

    /** @param exhaustedAt {@code null} where it lasts until its reset */
    public record Forecast(@JsonProperty("exhausted_at") @Nullable Instant exhaustedAt, String sentence) {
    }

    /** One point of the history. */
    public record Point(@JsonProperty("integration_id") String integrationId,
            @JsonProperty("resource_type") String resourceType, int limit, int remaining, int used,
            @JsonProperty("reset_at") @Nullable Instant resetAt, @JsonProperty("checked_at") Instant checkedAt) {
    }

    /**
     * @param status {@code healthy}, {@code warning} where a resource has less than a tenth left, {@code exhausted}
     * @param resources those that are not healthy, with a sentence
     * @param checkedAt when a connector told last, or {@code null}
     */
    public record Health(String status, Map<String, String> resources,
            @JsonProperty("checked_at") @Nullable Instant checkedAt) {
    }
}
