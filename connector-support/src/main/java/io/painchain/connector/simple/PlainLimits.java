package io.painchain.connector.simple;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.limit.LimitRules;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimit;

/** What HTTP itself says of limits: 429, with or without {@code Retry-After}. Headers of a quota are not read. */
record PlainLimits(String provider) implements LimitRules {

    static final String RESOURCE = "requests";

    @Override
    public String mainResource() {
        return RESOURCE;
    }

    @Override
    public int perMinute(String resource, int requestsPerMinute) {
        return requestsPerMinute;
    }

    @Override
    public Duration betweenWrites() {
        return Duration.ofSeconds(1);
    }

    @Override
    public int pointsOfAWrite() {
        return 1;
    }

    @Override
    public String resource(HttpAnswer answer) {
        return mainResource();
    }

    @Override
    public Optional<Quota> quota(HttpAnswer answer) {
        return Optional.empty();
    }

    @Override
    public Optional<RateLimit> limit(HttpAnswer answer, Instant now) {
        if (answer.status() != 429) {
            return Optional.empty();
        }
        return Optional.of(answer.retryAfter(now).<RateLimit> map(RateLimit.RetryAfter::new)
                .orElseGet(RateLimit.Secondary::new));
    }

    @Override
    public Optional<Duration> untilReset(HttpAnswer answer, Instant now) {
        return Optional.empty();
    }

    @Override
    public String unauthorized(HttpAnswer answer) {
        return new Refusals(provider).unauthorized();
    }
}
