package io.painchain.simulator.record;

import java.time.Instant;
import java.util.Map;

/**
 * A request and what came of it. The token is known by its hash only; {@code fault} names the fault that was played,
 * else it is null.
 */
public record RequestRecord(Instant at, String method, String path, String query, String route, int status,
        boolean conditional, String tokenHash, String fault, Map<String, String> headers) {
}
