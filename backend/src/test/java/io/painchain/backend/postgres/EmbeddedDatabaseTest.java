package io.painchain.backend.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

class EmbeddedDatabaseTest {

    @TempDir
    static Path shared;

    private static DataFolder folder;

    @TempDir
    Path temporary;

    @BeforeAll
    static void createDatabase() throws SQLException {
        folder = DataFolder.at(shared.resolve("data"));
        try (EmbeddedDatabase database = start()) {
            execute(database.access(), "CREATE TABLE note (text text)");
        }
    }

    @Test
    void keepsItsDataOverARestart() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(database.access(), "INSERT INTO note VALUES ('before the restart')");
        }

        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT count(*) FROM note WHERE text = 'before the restart'")).isEqualTo("1");
        }
    }

    @Test
    void keepsWhatWasCommittedWhenTheBackendIsKilled() throws Exception {
        Process backend = launch();
        DatabaseAccess access = EmbeddedDatabase.running(folder).orElseThrow();
        execute(access, "INSERT INTO note VALUES ('before the kill')");
        PostmasterFile orphan = PostmasterFile.of(folder.file("database/data")).orElseThrow();

        backend.destroyForcibly().waitFor();

        assertThat(orphan.isServerOf(folder.file("database/data"))).isTrue();
        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT count(*) FROM note WHERE text = 'before the kill'")).isEqualTo("1");
            assertThat(orphan.isServerOf(folder.file("database/data"))).isFalse();
        }
    }

    @Test
    void recoversWhenTheServerIsKilledToo() throws Exception {
        Process backend = launch();
        execute(EmbeddedDatabase.running(folder).orElseThrow(), "INSERT INTO note VALUES ('before the crash')");
        long server = PostmasterFile.of(folder.file("database/data")).orElseThrow().pid();

        backend.destroyForcibly().waitFor();
        ProcessHandle.of(server).orElseThrow().destroyForcibly();

        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT count(*) FROM note WHERE text = 'before the crash'")).isEqualTo("1");
        }
    }

    @Test
    void refusesASecondBackendOnTheSameFolder() throws Exception {
        Process backend = launch();
        try {
            assertThatExceptionOfType(StartupFailure.class).isThrownBy(EmbeddedDatabaseTest::start)
                    .withMessage(
                            "Another PainChain backend (process %d) already uses the data folder %s: end it first, or set PAINCHAIN_DATA to another folder.",
                            backend.pid(), folder.path())
                    .returns(ExitStatus.FOLDER_IN_USE, StartupFailure::status);
            assertThat(one(EmbeddedDatabase.running(folder).orElseThrow(), "SELECT 1")).isEqualTo("1");
        } finally {
            backend.destroyForcibly().waitFor();
        }
    }

    @Test
    void refusesASecondStartInTheSameProcess() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            assertThatThrownBy(EmbeddedDatabaseTest::start).isInstanceOf(StartupFailure.class);

            assertThat(one(database.access(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void doesNotTakeAnotherProgramForItsServer() throws Exception {
        start().close();
        long pid = ProcessHandle.current().pid();
        Files.write(folder.file("database/data/postmaster.pid"),
                List.of(Long.toString(pid), folder.file("database/data").toString()));

        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void refusesTheFilesOfAnotherMajorVersion() throws IOException {
        start().close();
        Path version = folder.file("database/data/PG_VERSION");
        String own = Files.readString(version);
        Files.writeString(version, "17\n");
        try {
            assertThatExceptionOfType(StartupFailure.class).isThrownBy(EmbeddedDatabaseTest::start)
                    .withMessageContaining("was written by PostgreSQL 17, and this PainChain brings PostgreSQL 18")
                    .returns(ExitStatus.FOLDER_UNUSABLE, StartupFailure::status);
        } finally {
            Files.writeString(version, own);
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnlyAndAsksForPasswords() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            DatabaseAccess access = database.access();
            DatabaseAccess administrator = administrator(database);

            assertThat(one(administrator, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(one(administrator, "SHOW unix_socket_directories")).isEmpty();
            assertThat(one(administrator, "SHOW fsync")).isEqualTo("on");
            assertThat(one(administrator, "SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"))
                    .isEqualTo("scram-sha-256");
            assertThatThrownBy(() -> one(new DatabaseAccess(access.url(), access.username(), "wrong"), "SELECT 1"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void givesANewPasswordWhereTheFileWasLost() throws Exception {
        Files.delete(folder.file("database/password"));

        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT count(*) >= 0 FROM note")).isEqualTo("t");
        }
    }

    @Test
    void grantsTheRolesOfRequestsWhereTheyAreMissing() throws SQLException {
        try (EmbeddedDatabase database = start()) {
            execute(administrator(database), "REVOKE painchain_app, painchain_work FROM painchain");
        }

        try (EmbeddedDatabase database = start()) {
            assertThat(one(database.access(), "SELECT pg_has_role('painchain_app', 'member')")).isEqualTo("t");
            assertThat(one(database.access(), "SELECT pg_has_role('painchain_work', 'member')")).isEqualTo("t");
        }
    }

    @Test
    void letsNobodyButTheOwnerIn() throws IOException {
        assertThat(permissions("database")).isEqualTo("rwx------");
        assertThat(permissions("database/data")).isEqualTo("rwx------");
        assertThat(permissions("database/log")).isEqualTo("rwx------");
        assertThat(permissions("database/password")).isEqualTo("rw-------");
        assertThat(permissions("database/administrator-password")).isEqualTo("rw-------");
    }

    @Test
    void startsAnewAfterAFirstStartCutShort() throws Exception {
        DataFolder fresh = DataFolder.at(temporary.resolve("cut short"));
        Files.writeString(fresh.folder("database").folder("data.initialising").file("PG_VERSION"), "18");

        try (EmbeddedDatabase database = EmbeddedDatabase.start(fresh, PostgresResource.PROGRAMS)) {
            assertThat(one(database.access(), "SELECT 1")).isEqualTo("1");
        }
    }

    private Process launch() throws IOException {
        Process process = EmbeddedDatabaseProcess.launch(folder.path(), temporary.resolve("process.log"));
        await().atMost(Duration.ofSeconds(60))
                .failFast("the process ended", () -> !process.isAlive())
                .until(EmbeddedDatabaseTest::takesConnections);
        return process;
    }

    private static boolean takesConnections() {
        try {
            return one(EmbeddedDatabase.running(folder).orElseThrow(), "SELECT 1").equals("1");
        } catch (RuntimeException | SQLException e) {
            return false;
        }
    }

    private static EmbeddedDatabase start() {
        return EmbeddedDatabase.start(folder, PostgresResource.PROGRAMS);
    }

    private static DatabaseAccess administrator(EmbeddedDatabase database) {
        return new DatabaseAccess(database.access().url(), PostgresCluster.ADMINISTRATOR,
                folder.read("database/administrator-password").orElseThrow());
    }

    private static void execute(DatabaseAccess access, String statement) throws SQLException {
        try (Connection connection = access.connect(5); Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String one(DatabaseAccess access, String query) throws SQLException {
        try (Connection connection = access.connect(5);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    private static String permissions(String name) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.file(name)));
    }
}
