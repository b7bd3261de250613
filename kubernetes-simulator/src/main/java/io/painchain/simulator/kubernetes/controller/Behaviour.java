package io.painchain.simulator.kubernetes.controller;

/** What becomes of the containers of an image. */
public enum Behaviour {
    FINE,
    /** Runs, and is never ready. */
    NEVER_READY,
    /** The image cannot be pulled. */
    NO_IMAGE,
    /** The container's configuration cannot be made, as a key it names is missing. */
    NO_CONFIG,
    /** No node has room. */
    NO_ROOM,
    /** Ends with an error, again and again. */
    CRASH,
    /** Is killed for its memory, again and again. */
    OUT_OF_MEMORY
}
