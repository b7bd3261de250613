package io.painchain.simulator.api;

import java.util.Locale;

/** What a fine-grained token may be allowed to read. */
public enum Permission {
    METADATA,
    CONTENTS,
    PULL_REQUESTS,
    ISSUES,
    ACTIONS,
    DEPLOYMENTS;

    /** As {@code X-Accepted-GitHub-Permissions} writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT) + "=read";
    }
}
