package io.painchain.backend.deployment.slot;

/** How a deployment repairs what others broke. */
public enum Rework {
    /** It took a range of commits back. */
    rollback,
    /** It shipped work that takes other work back. */
    revert,
    /** It shipped work that is named a hotfix, or came from a branch beside what was there. */
    hotfix
}
