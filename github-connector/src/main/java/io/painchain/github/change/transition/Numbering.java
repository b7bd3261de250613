package io.painchain.github.change.transition;

/** State of the events list, which numbers closings and reopenings. */
public enum Numbering {
    READ,
    /** Temporary: steps are looked up one by one. */
    FAILS,
    /** The token may not read it: closings are identified by time. */
    WITHHELD
}
