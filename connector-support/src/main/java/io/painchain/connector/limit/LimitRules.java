package io.painchain.connector.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

/** A provider's limits, and how its answers tell of them; {@link RateLimitBudget} keeps them. */
public interface LimitRules {

    String provider();

    String mainResource();

    int perMinute(String resource, int requestsPerMinute);

    Duration betweenWrites();

    int pointsOfAWrite();

    String resource(HttpAnswer answer);

    Optional<Quota> quota(HttpAnswer answer);

    Optional<RateLimit> limit(HttpAnswer answer, Instant now);

    Optional<Duration> untilReset(HttpAnswer answer, Instant now);

    String unauthorized(HttpAnswer answer);
}
