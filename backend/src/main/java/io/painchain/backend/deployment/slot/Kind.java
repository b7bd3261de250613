package io.painchain.backend.deployment.slot;

/** What a deployment did to the version before it. */
public enum Kind {
    /** The first that is known of its slot. */
    first,
    /** The same version again. */
    redeploy,
    forward,
    /** It only took back. */
    rollback,
    /** It has what the version before has not, and lacks some of that. */
    diverged,
    unknown
}
