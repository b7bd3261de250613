package io.painchain.simulator.world.issue;

import java.time.Instant;

import io.painchain.simulator.world.account.Account;

/** Something that happened to an issue or pull request; which of the last three are there depends on the event. */
public record IssueEvent(long id, Issue issue, String event, Account actor, Instant createdAt, String commitId,
        Label label, Rename rename) {

    /** A change of title. */
    public record Rename(String from, String to) {
    }
}
