package io.painchain.connector.kind;

import java.time.Instant;

/** What is known of a repository, as one kind sees it. */
public interface Known<S> {

    /** The kind's own slice. */
    S slice();

    /** Another kind's slice, for the few that depend on each other. */
    <O> O of(ChangeKind<O> other);

    /** Since when a source of the ledger is covered. */
    Instant coveredFrom(String source);
}
