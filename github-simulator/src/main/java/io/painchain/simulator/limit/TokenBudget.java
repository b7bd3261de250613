package io.painchain.simulator.limit;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** What one token has used of its limits. */
final class TokenBudget {

    private final Map<RateResource, QuotaWindow> quotas = new EnumMap<>(RateResource.class);
    private final Map<RateResource, Integer> usedInAll = new EnumMap<>(RateResource.class);
    private final PointsWindow rest = new PointsWindow();
    private final PointsWindow graphQl = new PointsWindow();
    private int running;
    private int requests;
    private int mostConcurrent;
    private int mostPoints;
    private int mostGraphQlPoints;
    private int primaryRefusals;
    private int secondaryViolations;

    synchronized Quota quota(RateResource resource, int limit, Instant now) {
        return window(resource, limit, now).at(now);
    }

    synchronized Quota charge(RateResource resource, int limit, int cost, Instant now) {
        usedInAll.merge(resource, cost, Integer::sum);
        return window(resource, limit, now).charge(cost, now);
    }

    synchronized void set(RateResource resource, int limit, int remaining, Instant resetAt) {
        window(resource, limit, resetAt).set(limit, remaining, resetAt);
    }

    /** How many requests run now, this one included. */
    synchronized int begin() {
        requests++;
        running++;
        mostConcurrent = Math.max(mostConcurrent, running);
        return running;
    }

    synchronized void end() {
        running--;
    }

    /** The points of the minute that ends now, these included; GraphQL's are counted apart. */
    synchronized int spend(RateResource resource, int points, Instant now) {
        if (resource == RateResource.GRAPHQL) {
            int spent = graphQl.spend(points, now);
            mostGraphQlPoints = Math.max(mostGraphQlPoints, spent);
            return spent;
        }
        int spent = rest.spend(points, now);
        mostPoints = Math.max(mostPoints, spent);
        return spent;
    }

    synchronized void refusedPrimary() {
        primaryRefusals++;
    }

    synchronized void violatedSecondary() {
        secondaryViolations++;
    }

    synchronized TokenUsage usage() {
        return new TokenUsage(requests, mostConcurrent, mostPoints, mostGraphQlPoints, primaryRefusals,
                secondaryViolations, Map.copyOf(usedInAll));
    }

    synchronized void forgetUsage() {
        requests = 0;
        mostConcurrent = 0;
        mostPoints = 0;
        mostGraphQlPoints = 0;
        primaryRefusals = 0;
        secondaryViolations = 0;
        usedInAll.clear();
    }

    private QuotaWindow window(RateResource resource, int limit, Instant now) {
        return quotas.computeIfAbsent(resource, absent -> new QuotaWindow(resource.window(), limit, now));
    }
}
