package io.painchain.connector.kind;

/** How far a probe that shows nothing new stands for reading a kind. */
public enum Vouching {
    /** No probe shows it. */
    NONE,
    /** A probe shows most of it: it is read more seldom. */
    SPARES,
    /** Nothing of it changes without a probe showing it: the ledger counts it as verified. */
    CONFIRMS
}
