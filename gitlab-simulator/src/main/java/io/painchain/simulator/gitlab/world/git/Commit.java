package io.painchain.simulator.gitlab.world.git;

import java.time.Instant;
import java.util.List;

/** A commit: it names people, no users. */
public record Commit(String sha, String message, String author, Instant authoredAt, Instant committedAt,
        List<String> parents, int additions, int deletions) {

    public String title() {
        return message.lines().findFirst().orElse("");
    }

    public String shortSha() {
        return sha.substring(0, 8);
    }
}
