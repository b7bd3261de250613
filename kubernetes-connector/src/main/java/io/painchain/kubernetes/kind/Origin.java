package io.painchain.kubernetes.kind;

/** How a change came to be known. */
public enum Origin {
    /** A watch told it. */
    WATCHED,
    /** Lists differ; what happened between them is not known. */
    COMPARED,
    /** It is the first list: how things stand, not what changed. */
    BASELINE
}
