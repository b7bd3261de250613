package io.painchain.connector.kind;

import java.time.Instant;

public interface Known<S> {

    S slice();

    /** For the few kinds that depend on each other. */
    <O> O of(ChangeKind<O> other);

    Instant coveredFrom(String source);
}
