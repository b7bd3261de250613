package io.painchain.github.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.Waiting;

/** One budget a token and server, shared by all integrations that use it; tokens are known by their digest only. */
public final class RateLimitBudgets {

    private static final int UNPACED = 10_000_000;

    private final Map<String, RateLimitBudget> budgets = new ConcurrentHashMap<>();
    private final IntFunction<RateLimitBudget> fresh;
    private final int requestsPerMinute;

    public RateLimitBudgets(Clock clock, int requestsPerMinute) {
        this(requestsPerMinute, perMinute -> new RateLimitBudget(clock, perMinute));
    }

    private RateLimitBudgets(int requestsPerMinute, IntFunction<RateLimitBudget> fresh) {
        this.requestsPerMinute = requestsPerMinute;
        this.fresh = fresh;
    }

    /** With no pace to keep, for who simulates time. */
    public static RateLimitBudgets unpaced(Clock clock) {
        return new RateLimitBudgets(UNPACED, perMinute -> new RateLimitBudget(clock, perMinute, perMinute, Waiting.MACHINE));
    }

    /** That wait for their turn by a time of their own, for who simulates time. */
    public static RateLimitBudgets waiting(Clock clock, int requestsPerMinute, Waiting waiting) {
        return new RateLimitBudgets(requestsPerMinute, perMinute -> new RateLimitBudget(clock, perMinute, waiting));
    }

    public RateLimitBudget of(String key) {
        return budgets.computeIfAbsent(key, unknown -> fresh.apply(requestsPerMinute));
    }

    /** Forgets the budgets of tokens that are no longer in use. */
    public void keepOnly(Set<String> keys) {
        budgets.keySet().retainAll(keys);
    }

    Optional<Quota> coreQuota(String key) {
        return Optional.ofNullable(budgets.get(key)).map(RateLimitBudget::quotas).stream().flatMap(List::stream)
                .filter(quota -> quota.resource().equals("core")).findFirst();
    }

    /** The name under which a token's budget is kept and measured. */
    public static String keyOf(ApiUrl api, String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((api.base() + "\n" + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
