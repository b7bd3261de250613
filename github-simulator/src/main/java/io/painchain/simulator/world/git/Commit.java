package io.painchain.simulator.world.git;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.world.account.Account;

/** A commit. */
public record Commit(String sha, String tree, String message, Account author, Instant date, List<String> parents,
        List<FileChange> files) {

    public String title() {
        return message.lines().findFirst().orElse("");
    }

    public int additions() {
        return files.stream().mapToInt(FileChange::additions).sum();
    }

    public int deletions() {
        return files.stream().mapToInt(FileChange::deletions).sum();
    }
}
