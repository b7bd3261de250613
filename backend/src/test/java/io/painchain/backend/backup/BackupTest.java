package io.painchain.backend.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.painchain.backend.keys.KeyFiles;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.postgres.EmbeddedDatabase;
import io.painchain.backend.postgres.PostgresResource;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class BackupTest {

    @TempDir
    static Path shared;

    private static EmbeddedDatabase database;
    private static DatabaseAccess access;

    @TempDir
    Path temporary;

    private DataFolder folder;
    private Path file;

    @BeforeAll
    static void startDatabase() {
        database = EmbeddedDatabase.start(DataFolder.at(shared.resolve("data")), PostgresResource.PROGRAMS);
        access = database.access();
    }

    @AfterAll
    static void stopDatabase() {
        database.close();
    }

    @BeforeEach
    void setUp() throws SQLException {
        folder = DataFolder.at(temporary.resolve("data"));
        file = temporary.resolve("backup.zip");
        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        execute("""
                CREATE TABLE flyway_schema_history (installed_rank int, version text, success boolean);
                INSERT INTO flyway_schema_history VALUES (1, '1', true);
                CREATE TABLE a_child (id bigint GENERATED ALWAYS AS IDENTITY, parent text NOT NULL);
                CREATE TABLE parent (name text PRIMARY KEY, document jsonb, bytes bytea, words text[],
                    length int GENERATED ALWAYS AS (length(name)) STORED);
                ALTER TABLE a_child ADD FOREIGN KEY (parent) REFERENCES parent;
                CREATE TABLE counted (number int);
                CREATE FUNCTION count_it() RETURNS trigger LANGUAGE plpgsql AS
                    'BEGIN INSERT INTO counted VALUES (1); RETURN NEW; END';
                CREATE TRIGGER counting AFTER INSERT ON parent FOR EACH ROW EXECUTE FUNCTION count_it();
                INSERT INTO parent VALUES (E'tab\\t line\\n back\\\\slash é😀', '{"a": [1, null]}', '\\x00ff', '{x,NULL,"a b"}');
                INSERT INTO parent VALUES ('empty', NULL, '', '{}');
                INSERT INTO a_child (parent) VALUES ('empty'), ('empty');
                """);
        keys().createAll();
    }

    @Test
    void bringsBackEveryRowAndTheKeys() throws Exception {
        String before = content();
        String keyset = folder.read("keyset").orElseThrow();
        backup();

        execute("UPDATE parent SET document = NULL; DELETE FROM a_child; INSERT INTO parent (name) VALUES ('later')");
        folder.replace("keyset", "another");
        restore(true);

        assertThat(content()).isEqualTo(before);
        assertThat(folder.read("keyset")).contains(keyset);
        assertThat(folder.read("keyset.before-restore")).contains("another");
    }

    @Test
    void savesNoRowsOfTransientTables() throws Exception {
        execute("""
                CREATE TABLE passing (number int);
                COMMENT ON TABLE passing IS 'transient: over when it is restored';
                INSERT INTO passing VALUES (1)""");
        backup();
        execute("INSERT INTO passing VALUES (2)");

        restore(true);

        assertThat(one("SELECT count(*) FROM passing")).isEqualTo("0");
    }

    @Test
    void goesOnNumberingAfterTheLastRow() throws Exception {
        backup();
        execute("TRUNCATE a_child RESTART IDENTITY");

        restore(true);
        execute("INSERT INTO a_child (parent) VALUES ('empty')");

        assertThat(one("SELECT max(id) FROM a_child")).isEqualTo("3");
    }

    @Test
    void leavesTriggersOutWhileRowsComeBackAndInAfterwards() throws Exception {
        backup();
        restore(true);
        assertThat(one("SELECT count(*) FROM counted")).isEqualTo("2");

        execute("INSERT INTO parent (name) VALUES ('later')");
        assertThat(one("SELECT count(*) FROM counted")).isEqualTo("3");
    }

    @Test
    void leavesIdsOfTransactionsToTheServerThatTakesTheRows() throws Exception {
        execute("ALTER TABLE parent ADD changed xid8 DEFAULT pg_current_xact_id()");
        execute("UPDATE parent SET changed = '999999999999'");
        backup();
        restore(true);

        assertThat(one("SELECT count(*) FROM parent WHERE changed <= pg_current_xact_id()")).isEqualTo("2");
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        backup();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        try (var files = Files.list(temporary)) {
            assertThat(files).containsExactlyInAnyOrder(file, folder.path());
        }
    }

    @Test
    void doesNotOverwriteAFile() throws IOException {
        Files.writeString(file, "precious");

        assertRefused(this::backup, file + " is there already: name another file.");
        assertThat(file).hasContent("precious");
    }

    @Test
    void doesNotReplaceDataUnasked() throws Exception {
        backup();
        String before = content();

        assertRefused(() -> restore(false), "There is data in " + access
                + " already: restore with --replace to put the backup in its place.");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void refusesADamagedFileBeforeItTouchesAnything() throws Exception {
        backup();
        byte[] bytes = Files.readAllBytes(file);
        String before = content();
        for (int damaged = 40; damaged < bytes.length; damaged += bytes.length / 12) {
            byte[] copy = bytes.clone();
            copy[damaged] ^= 0x55;
            Files.write(file, copy);
            if (verifies()) {
                continue;
            }
            assertRefused(() -> restore(true), null);
            assertThat(content()).isEqualTo(before);
        }
    }

    @Test
    void refusesAFileCutShort() throws Exception {
        backup();
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length / 2));

        assertRefused(() -> restore(true), null);
    }

    @Test
    void leavesTheDatabaseAsItWasWhenARowIsRefused() throws Exception {
        backup();
        execute("ALTER TABLE parent ADD CONSTRAINT never CHECK (name <> 'empty') NOT VALID");
        String before = content();

        assertRefused(() -> restore(true), null);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void refusesRowsOfAnotherSchema() throws Exception {
        backup();
        execute("INSERT INTO flyway_schema_history VALUES (2, '2', true)");

        assertRefused(() -> restore(true),
                "The schema here is of version 2, the backup's of 1: restore into an empty database.");
    }

    @Test
    void refusesToRestoreWhileABackendUsesTheDatabase() throws Exception {
        backup();
        var url = access.url() + "?ApplicationName=painchain-backend";
        try (Connection backend = new DatabaseAccess(url, access.username(), access.password()).connect(5)) {
            assertThat(backend.isValid(1)).isTrue();
            assertRefused(() -> restore(true), "A backend uses this database: end it first.");
        }
    }

    @Test
    void refusesKeysThatTheEnvironmentContradicts() throws Exception {
        backup();
        KeyFiles given = keys(Map.of("PAINCHAIN_CONNECTOR_KEY", "another-key-0123456789"));

        assertRefused(() -> new Restore(access, given).readFrom(file, true), null);
    }

    @Test
    void takesTheSchemaOfTheBackupInAnEmptyDatabase() throws Exception {
        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        new Migrations(access).applyUpTo("latest");
        execute("INSERT INTO connector_worker VALUES ('github', 'one', now(), now())");
        backup();
        String tables = one("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'");

        execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        restore(false);

        assertThat(one("SELECT worker FROM connector_worker")).isEqualTo("one");
        assertThat(one("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")).isEqualTo(tables);
    }

    private void backup() {
        new Backup(access, keys()).writeTo(file);
    }

    private void restore(boolean replace) {
        new Restore(access, keys()).readFrom(file, replace);
    }

    private boolean verifies() {
        try {
            BackupReader.verified(file);
            return true;
        } catch (IOException | StartupFailure e) {
            return false;
        }
    }

    private KeyFiles keys() {
        return keys(Map.of());
    }

    private KeyFiles keys(Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder().addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300)).build();
        return new KeyFiles(config, new SecretSource(config, folder), folder);
    }

    private static void assertRefused(Runnable act, String sentence) {
        var refused = assertThatExceptionOfType(StartupFailure.class).isThrownBy(act::run)
                .returns(ExitStatus.BACKUP_REFUSED, StartupFailure::status);
        if (sentence != null) {
            refused.withMessage(sentence);
        }
    }

    private static String content() throws SQLException {
        return one("SELECT string_agg(p::text, '|' ORDER BY name) FROM parent p")
                + one("SELECT string_agg(c::text, '|' ORDER BY id) FROM a_child c");
    }

    private static void execute(String statements) throws SQLException {
        try (Connection connection = access.connect(5); Statement sql = connection.createStatement()) {
            sql.execute(statements);
        }
    }

    private static String one(String query) throws SQLException {
        try (Connection connection = access.connect(5);
                Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
