package io.painchain.github.change.transition;

/** How the list fares that numbers closings and reopenings. */
public enum Numbering {
    READ,
    /** For now: what it would tell is looked up one by one. */
    FAILS,
    /** The token may not read it: closings are named by their time. */
    WITHHELD
}
