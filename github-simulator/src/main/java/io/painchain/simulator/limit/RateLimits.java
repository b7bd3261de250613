package io.painchain.simulator.limit;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps the limits of all tokens, and counts how near to them the client came and whether it broke them. */
public final class RateLimits {

    private final Clock clock;
    private final Map<String, TokenBudget> budgets = new ConcurrentHashMap<>();
    private final AtomicInteger mostConcurrent = new AtomicInteger();
    private final AtomicInteger mostPoints = new AtomicInteger();
    private final AtomicInteger primaryRefusals = new AtomicInteger();
    private final AtomicInteger secondaryViolations = new AtomicInteger();
    private volatile LimitSettings settings;

    public RateLimits(Clock clock, LimitSettings settings) {
        this.clock = clock;
        this.settings = settings;
    }

    /** What the client made of the limits so far. */
    public record Usage(int mostConcurrent, int mostPointsPerMinute, int primaryRefusals, int secondaryViolations) {
    }

    public LimitSettings settings() {
        return settings;
    }

    public void settings(LimitSettings changed) {
        settings = changed;
    }

    public Usage usage() {
        return new Usage(mostConcurrent.get(), mostPoints.get(), primaryRefusals.get(), secondaryViolations.get());
    }

    public void forgetUsage() {
        mostConcurrent.set(0);
        mostPoints.set(0);
        primaryRefusals.set(0);
        secondaryViolations.set(0);
    }

    public Quota quota(String token, int limit) {
        return budget(token, limit).quota(clock.instant());
    }

    /** Counts one request against the hour. */
    public Quota charge(String token, int limit) {
        return budget(token, limit).charge(clock.instant());
    }

    public boolean exhausted(String token, int limit) {
        boolean exhausted = quota(token, limit).remaining() == 0;
        if (exhausted) {
            primaryRefusals.incrementAndGet();
        }
        return exhausted;
    }

    /** Leaves a token so much until then, whatever it has used. */
    public void leave(String token, int limit, int remaining, Instant resetAt) {
        budget(token, limit).set(limit, remaining, resetAt);
    }

    /** Begins a request; false where it breaks a secondary limit. Ends with {@link #end}. */
    public boolean begin(String token, int limit, int points) {
        TokenBudget budget = budget(token, limit);
        int running = budget.begin();
        int spent = budget.spend(points, clock.instant());
        mostConcurrent.accumulateAndGet(running, Math::max);
        mostPoints.accumulateAndGet(spent, Math::max);
        boolean kept = running <= settings.concurrent() && spent <= settings.pointsPerMinute();
        if (!kept) {
            secondaryViolations.incrementAndGet();
        }
        return kept || !settings.enforced();
    }

    public void end(String token, int limit) {
        budget(token, limit).end();
    }

    private TokenBudget budget(String token, int limit) {
        return budgets.computeIfAbsent(token, absent -> new TokenBudget(limit, clock.instant()));
    }
}
