package io.painchain.connector.limit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

/** A provider's limits, and how its answers tell of them; {@link RateLimitBudget} keeps them. */
public interface LimitRules {

    String provider();

    /** What is asked where no other resource is named. */
    String mainResource();

    int perMinute(String resource, int requestsPerMinute);

    Duration betweenWrites();

    /** As many requests as a change counts for. */
    int pointsOfAWrite();

    String resource(HttpAnswer answer);

    Optional<Quota> quota(HttpAnswer answer);

    Optional<RateLimit> limit(HttpAnswer answer, Instant now);

    /** How long until the quota is full again. */
    Optional<Duration> untilReset(HttpAnswer answer, Instant now);

    /** What a user should do about a token that an answer with status 401 refuses. */
    String unauthorized(HttpAnswer answer);
}
