package io.painchain.backend.datafolder;

import java.nio.file.Path;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

class DataFolderProducer {

    @Produces
    @Singleton
    DataFolder dataFolder(@ConfigProperty(name = "painchain.data", defaultValue = ".painchain") Path path) {
        return DataFolder.at(path);
    }

    @Produces
    @Singleton
    SecretSource secretSource(Config config, DataFolder folder) {
        return new SecretSource(config, folder);
    }
}
