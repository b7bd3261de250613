package io.painchain.simulator.api.auth;

import java.util.Locale;

/** What a fine-grained token may be allowed to read, and to write. */
public enum Permission {
    METADATA,
    CONTENTS,
    PULL_REQUESTS,
    ISSUES,
    ACTIONS,
    DEPLOYMENTS,
    CHECKS,
    ADMINISTRATION,
    REPOSITORY_HOOKS,
    ORGANIZATION_HOOKS;

    /** As {@code X-Accepted-GitHub-Permissions} writes it. */
    public String wireName(boolean write) {
        return key() + (write ? "=write" : "=read");
    }

    /** As an installation's permissions name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
