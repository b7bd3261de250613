package io.painchain.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The programs of the embedded PostgreSQL, which several backends may be the first to need. */
class PostgresBinariesTest {

    @TempDir
    private Path folder;

    private Path programs(String name) throws IOException {
        Path programs = Files.createDirectories(folder.resolve(name).resolve("bin")).resolve("pg_ctl");
        Files.writeString(programs, name);
        assertThat(programs.toFile().setExecutable(true)).isTrue();
        return folder.resolve(name);
    }

    @Test
    void areThoseOfWhoWasFirst() throws IOException {
        Path aside = programs("aside");
        Path home = programs("home");

        PostgresBinaries.put(aside, home);

        assertThat(home.resolve("bin/pg_ctl")).hasContent("home");
    }

    @Test
    void areMovedWhereThereAreNone() throws IOException {
        Path aside = programs("aside");

        PostgresBinaries.put(aside, folder.resolve("home"));

        assertThat(folder.resolve("home/bin/pg_ctl")).hasContent("aside").isExecutable();
    }

    @Test
    void areMissingWhereSomethingElseIsInTheWay() throws IOException {
        Path aside = programs("aside");
        Path home = Files.createDirectories(folder.resolve("home"));
        Files.writeString(home.resolve("a file"), "of somebody else");

        assertThatThrownBy(() -> PostgresBinaries.put(aside, home)).isInstanceOf(IOException.class);
    }
}
