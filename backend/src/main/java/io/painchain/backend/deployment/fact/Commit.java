package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.List;

/**
 * @param authoredAt when it was written, which no rebase changes; {@code null}: not told
 * @param merge whether it only joins two branches
 * @param reverts plain keys of what it takes back, as far as these were named typed or plain
 */
public record Commit(String sha, Instant authoredAt, boolean merge, List<String> reverts) {
}
