package io.painchain.model.connector;

/** What can be known of an event, under whatever keys its {@code data} has it. */
public enum EventFact {
    /** What several events of one entity tell of together; without it each event is by itself. */
    deployment,
    /** Where a carrier brings something to. */
    environment,
    /** What it brings it to there; without one, the event's project. */
    service,
    /** What is there then, or what work became: a commit, a digest, a tag. */
    version,
    /** Whether users are served there. */
    production,
    /** The commit that a push moved a branch from; {@code version} is the one that it moved it to. */
    before,
    /** Whether a push threw commits away. */
    forced,
    /** Commits of it: a list of <code>{"sha", "authored_at", "reverts": [correlation keys]}</code>. */
    commits,
    /** How many there are, if more than are listed. */
    commit_count,
    /** The version that a carrier found there; what it shipped since then are its {@code commits}. */
    shipped_from,
    /** Commits that were there and no longer are, as a list of SHAs. */
    taken_back,
    /** When the first line was written. */
    first_commit,
    /** When it was ready to be reviewed. */
    ready,
    /** When another human reviewed it first. */
    first_review,
    /** Whether it is to repair what is broken. */
    hotfix,
    lines,
    files,
    approvals,
    attempt
}
