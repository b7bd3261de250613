package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.painchain.backend.datafolder.DataFolder;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * The database and the data folder of all {@code @QuarkusTest}s: one for the module, so that Quarkus starts once. It is
 * the embedded database as production runs it, with the same roles, empty at first.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    /** Shared by all tests, which extract the server once in the build's folder. */
    public static final Path PROGRAMS = Path.of("target", "postgresql");

    private Path folder;
    private EmbeddedDatabase database;
    private DatabaseLine line;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("painchain-test-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(DataFolder.at(folder), PROGRAMS);
        DatabaseAccess access = database.access();
        int port = URI.create(access.url().substring("jdbc:".length())).getPort();
        line = DatabaseLine.to(port);
        return Map.of(
                "painchain.data", folder.toString(),
                "quarkus.datasource.jdbc.url", access.url().replace(":" + port + "/", ":" + line.port() + "/"),
                "quarkus.datasource.username", access.username(),
                "quarkus.datasource.password", access.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            line.close();
            database.close();
            TarXz.deleteQuietly(folder);
        }
    }
}
