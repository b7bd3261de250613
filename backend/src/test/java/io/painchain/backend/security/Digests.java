package io.painchain.backend.security;

import java.nio.file.Path;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

/** Digests under a connector key of a test's own. */
public final class Digests {

    private Digests() {
    }

    public static SecretDigest of(String connectorKey) {
        var config = new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(
                java.util.Map.of("painchain.connector-key", connectorKey.replace(' ', '-')), "test", 100)).build();
        return new SecretDigest(new ConnectorKey(new SecretSource(config, DataFolder.at(Path.of("target")))));
    }
}
