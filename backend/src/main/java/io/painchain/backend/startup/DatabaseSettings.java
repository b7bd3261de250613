package io.painchain.backend.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

final class DatabaseSettings {

    static final String URL = "quarkus.datasource.jdbc.url";
    static final String EMBEDDED_URL = "painchain.database.embedded.url";
    static final String USERNAME = "quarkus.datasource.username";
    static final String PASSWORD = "quarkus.datasource.password";

    private static final Duration DEFAULT_WAIT = Duration.ofSeconds(60);

    private final Config config;

    DatabaseSettings(Config config) {
        this.config = config;
    }

    Optional<DatabaseAccess> external() {
        return config.getOptionalValue(URL, String.class)
                .filter(url -> !url.equals(text(EMBEDDED_URL)))
                .map(url -> new DatabaseAccess(url, text(USERNAME), password()));
    }

    boolean embeddedAllowed() {
        return config.getOptionalValue("painchain.database.embedded", Boolean.class).orElse(true);
    }

    /** A container without its datasource setting must not start an empty database. */
    void requireEmbedded() {
        if (!embeddedAllowed()) {
            throw new StartupFailure(ExitStatus.DATASOURCE_MISSING,
                    "No database is configured: set QUARKUS_DATASOURCE_JDBC_URL, QUARKUS_DATASOURCE_USERNAME and QUARKUS_DATASOURCE_PASSWORD (or PAINCHAIN_DATABASE_PASSWORD_FILE).");
        }
    }

    Path dataFolder() {
        return config.getOptionalValue("painchain.data", Path.class).orElse(Path.of(".painchain"));
    }

    Path programs() {
        return config.getOptionalValue("painchain.database.embedded.programs", Path.class).orElseGet(this::dataFolder);
    }

    Duration timeout() {
        return config.getOptionalValue("painchain.database.wait", Duration.class).orElse(DEFAULT_WAIT);
    }

    private String password() {
        return config.getOptionalValue("painchain.database.password.file", Path.class)
                .map(DatabaseSettings::read)
                .orElseGet(() -> text(PASSWORD));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartupFailure(ExitStatus.DATASOURCE_MISSING,
                    "The file %s, named by PAINCHAIN_DATABASE_PASSWORD_FILE, cannot be read.".formatted(file), e);
        }
    }

    private String text(String key) {
        return config.getOptionalValue(key, String.class).orElse(null);
    }
}
