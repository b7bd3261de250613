package io.painchain.backend.event.index;

import java.util.UUID;

/** All changes of a tenant up to this one are indexed. Transaction ids are unsigned. */
record IndexPosition(long changed, UUID event) {

    private static final UUID FIRST = new UUID(0, 0);

    static final IndexPosition START = before(0);

    static IndexPosition before(long transaction) {
        return new IndexPosition(transaction, FIRST);
    }

    /** Where it is of another server, from which this database was moved, everything is looked at again. */
    IndexPosition knownTo(long nextTransaction) {
        return Long.compareUnsigned(changed, nextTransaction) > 0 ? START : this;
    }

    boolean isBefore(IndexPosition other) {
        int order = Long.compareUnsigned(changed, other.changed);
        return order < 0 || order == 0 && event.toString().compareTo(other.event.toString()) < 0;
    }
}
