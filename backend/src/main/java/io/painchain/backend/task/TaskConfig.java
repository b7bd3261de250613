package io.painchain.backend.task;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long callers wait. */
@ConfigMapping(prefix = "painchain.tasks")
public interface TaskConfig {

    /** For a connection test or a repository search. */
    @WithDefault("10s")
    Duration answer();

    /** For a request forwarded to the provider. */
    @WithDefault("30s")
    Duration proxy();
}
