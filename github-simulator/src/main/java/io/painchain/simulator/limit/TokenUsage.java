package io.painchain.simulator.limit;

import java.util.Map;

/**
 * What one token made of its limits: the most requests at once, the most points in any 60 seconds, what was refused, and
 * the primary quota used since the start (or since it was forgotten), whatever was reset in between.
 */
public record TokenUsage(int requests, int mostConcurrent, int mostPointsPerMinute, int mostGraphQlPointsPerMinute,
        int primaryRefusals, int secondaryViolations, Map<RateResource, Integer> used) {
}
