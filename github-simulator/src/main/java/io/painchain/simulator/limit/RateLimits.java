package io.painchain.simulator.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the limits of all tokens, and counts how near to them the client came and whether it broke them. */
public final class RateLimits {

    private final Clock clock;
    private final Map<String, TokenBudget> budgets = new ConcurrentHashMap<>();
    private volatile LimitSettings settings;

    public RateLimits(Clock clock, LimitSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** What the client made of the limits so far: the most that any one token did, and all refusals together. */
    public record Usage(int mostConcurrent, int mostPointsPerMinute, int mostGraphQlPointsPerMinute,
            int primaryRefusals, int secondaryViolations) {

        private static final Usage NONE = new Usage(0, 0, 0, 0, 0);

        private Usage with(TokenUsage token) {
            return new Usage(Math.max(mostConcurrent, token.mostConcurrent()),
                    Math.max(mostPointsPerMinute, token.mostPointsPerMinute()),
                    Math.max(mostGraphQlPointsPerMinute, token.mostGraphQlPointsPerMinute()),
                    primaryRefusals + token.primaryRefusals(), secondaryViolations + token.secondaryViolations());
        }
    }

    public LimitSettings settings() {
        return settings;
    }

    public void settings(LimitSettings changed) {
        settings = changed;
    }

    public Usage usage() {
        Usage all = Usage.NONE;
        for (TokenBudget budget : budgets.values()) {
            all = all.with(budget.usage());
        }
        return all;
    }

    /** What each token did that ever asked. */
    public Map<String, TokenUsage> usageByToken() {
        Map<String, TokenUsage> usage = new TreeMap<>();
        budgets.forEach((token, budget) -> usage.put(token, budget.usage()));
        return usage;
    }

    public TokenUsage usageOf(String token) {
        return budget(token).usage();
    }

    public void forgetUsage() {
        budgets.values().forEach(TokenBudget::forgetUsage);
    }

    public Quota quota(String token, RateResource resource, int limit) {
        return budget(token).quota(resource, limit, clock.instant());
    }

    /** Counts so much against the resource's quota. */
    public Quota charge(String token, RateResource resource, int limit, int cost) {
        return budget(token).charge(resource, limit, cost, clock.instant());
    }

    public boolean exhausted(String token, RateResource resource, int limit) {
        boolean exhausted = settings.limited() && quota(token, resource, limit).remaining() == 0;
        if (exhausted) {
            budget(token).refusedPrimary();
        }
        return exhausted;
    }

    /** Leaves a token so much of its core quota until then, whatever it has used. */
    public void leave(String token, int limit, int remaining, Instant resetAt) {
        leave(token, RateResource.CORE, limit, remaining, resetAt);
    }

    public void leave(String token, RateResource resource, int limit, int remaining, Instant resetAt) {
        budget(token).set(resource, limit, remaining, resetAt);
    }

    /** Begins a request; false where it breaks a secondary limit. Ends with {@link #end}. */
    public boolean begin(String token, RateResource resource, int points) {
        TokenBudget budget = budget(token);
        int running = budget.begin();
        int spent = budget.spend(resource, points, clock.instant());
        boolean kept = running <= settings.concurrent() && spent <= settings.pointsPerMinute(resource);
        if (!kept) {
            budget.violatedSecondary();
        }
        return kept || !settings.enforced();
    }

    public void end(String token) {
        budget(token).end();
    }

    private TokenBudget budget(String token) {
        return budgets.computeIfAbsent(token, absent -> new TokenBudget());
    }
}
