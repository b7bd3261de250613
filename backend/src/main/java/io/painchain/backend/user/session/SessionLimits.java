package io.painchain.backend.user.session;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long somebody stays signed in. */
@ConfigMapping(prefix = "painchain.sessions")
public interface SessionLimits {

    /** Without a request. */
    @WithDefault("12h")
    Duration idle();

    /** From signing in on. */
    @WithDefault("7d")
    Duration longest();
}
