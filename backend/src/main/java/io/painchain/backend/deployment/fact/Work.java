package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.List;

/**
 * Reviewed work that was taken over.
 *
 * @param version the commit that it became
 * @param reverts plain keys of what it takes back
 * @param commits its own, from before; {@code commitCount} if more than are listed
 */
public record Work(String id, String version, Instant mergedAt, Instant firstCommitAt, Instant readyAt, Instant firstReviewAt,
        boolean hotfix, List<String> reverts, List<String> commits, long commitCount) {
}
