package io.painchain.day;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The PostgreSQL that the backend brings along, in a folder of its own. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {

    private Path folder;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            folder = Files.createTempDirectory("painchain-day-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(DataFolder.at(folder), Path.of("target", "postgresql"));
        DatabaseAccess access = database.access();
        // What is tested here is not what survives a power cut.
        // Connectors answer between other work, and a day is worked through as fast as the machine can.
        return Map.of("painchain.data", folder.toString(), "painchain.own-events", "false", "painchain.tasks.answer", "60s",
                "quarkus.datasource.jdbc.url", access.url(),
                "quarkus.datasource.jdbc.additional-jdbc-properties.options", "-c synchronous_commit=off",
                "quarkus.datasource.username", access.username(), "quarkus.datasource.password", access.password());
    }

    @Override
    public void stop() {
        if (database == null) {
            return;
        }
        database.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
