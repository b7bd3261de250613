package io.painchain.connector.limit;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One budget per token and server, shared by all integrations; tokens are kept as digests only. */
public final class RateLimitBudgets {

    private final Map<String, RateLimitBudget> budgets = new ConcurrentHashMap<>();
    private final Supplier<RateLimitBudget> fresh;

    public RateLimitBudgets(Supplier<RateLimitBudget> fresh) {
        this.fresh = fresh;
    }

    public RateLimitBudget of(String key) {
        return budgets.computeIfAbsent(key, unknown -> fresh.get());
    }

    public void keepOnly(Set<String> keys) {
        budgets.keySet().retainAll(keys);
    }

    public Optional<Quota> quota(String key, String resource) {
        return Optional.ofNullable(budgets.get(key)).map(RateLimitBudget::quotas).stream().flatMap(List::stream)
                .filter(quota -> quota.resource().equals(resource)).findFirst();
    }

    public static String keyOf(URI server, String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((server + "\n" + token).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
