package io.painchain.connector.kind;

public enum Vouching {
    /** No probe shows it. */
    NONE,
    /** A probe shows most of it: it is read less often. */
    SPARES,
    /** Every change shows in a probe: the ledger counts it as verified. */
    CONFIRMS
}
