package io.painchain.model.event;

/** What became of a draft. */
public enum Outcome {
    /** A new event. */
    created,
    /** A newer state of a known event that differs from the stored one. */
    updated,
    /** A known event in a state that is stored already. */
    unchanged,
    /** A known event in an older state than the stored one; nothing was changed. */
    outdated,
    /** Not an event: set aside with its errors. */
    rejected,
    /** An event that ended before what the tenant keeps; not stored. */
    expired
}
