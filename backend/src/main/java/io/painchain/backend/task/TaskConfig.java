package io.painchain.backend.task;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long those who ask wait. */
@ConfigMapping(prefix = "painchain.tasks")
public interface TaskConfig {

    /** For a test of a connection, or the repositories that credentials can see. */
    @WithDefault("10s")
    Duration answer();

    /** For a request that is passed on to the provider. */
    @WithDefault("30s")
    Duration proxy();
}
