package io.painchain.simulator.gitlab.world.project;

import java.util.Locale;

/** What can be switched off in a project; the API answers 403 then, issues 404. */
public enum Feature {
    ISSUES,
    REPOSITORY,
    MERGE_REQUESTS,
    BUILDS,
    ENVIRONMENTS,
    RELEASES,
    FEATURE_FLAGS;

    /** As a project's record writes it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT) + "_access_level";
    }
}
