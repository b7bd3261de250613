package io.painchain.connector.process;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * What every connector's environment may say; strings, so that a wrong value gets a sentence. What only one of them reads is a
 * mapping of its own, below {@code painchain} and its name.
 */
@ConfigMapping(prefix = "painchain")
public interface ConnectorEnvironment {

    String backendApiUrl();

    String pollingInterval();

    Optional<String> connectorKey();

    Optional<String> connectorKeyFile();

    Optional<String> workerId();

    /** Distinguishes processes on one machine. */
    String workerPort();

    Metrics metrics();

    interface Metrics {

        @WithDefault("false")
        boolean perRepository();
    }
}
