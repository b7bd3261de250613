package io.painchain.backend.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;

import org.jboss.logging.Logger;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

final class PostgresBinaries {

    private static final Logger LOG = Logger.getLogger(PostgresBinaries.class);

    private final Path home;
    private final String version;

    private PostgresBinaries(Path home, String version) {
        this.home = home;
        this.version = version;
    }

    static PostgresBinaries installedIn(Path folder) {
        String version = bundledVersion();
        Path home = folder.resolve("postgresql-" + version);
        if (!isInstalled(home)) {
            install(DataFolder.at(folder), home);
        }
        return new PostgresBinaries(home, version);
    }

    /** Servers open data folders of their own major version only. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(Privileges.dropped());
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /** Extracted aside and moved, so that an interrupted start leaves nothing partial. */
    private static void install(DataFolder folder, Path home) {
        LOG.infof("Extracting the embedded PostgreSQL into %s", home);
        Path aside = folder.folder(".extracting-" + UUID.randomUUID()).path();
        try (InputStream archive = archive()) {
            TarXz.extract(archive, aside);
            put(aside, home);
        } catch (IOException e) {
            throw new StartupFailure(ExitStatus.FOLDER_UNUSABLE,
                    "The embedded PostgreSQL cannot be extracted into %s: %s".formatted(home, e.getMessage()), e);
        } finally {
            TarXz.deleteQuietly(aside);
        }
    }

    private static boolean isInstalled(Path home) {
        return Files.isExecutable(home.resolve("bin/pg_ctl"));
    }

    /** Where another process was first, its folder is as good. */
    static void put(Path aside, Path home) throws IOException {
        try {
            Files.move(aside, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // What an atomic move says of a folder that is there differs from system to system.
            if (!isInstalled(home)) {
                throw e;
            }
            LOG.debugf("Another process extracted %s meanwhile", home);
        }
    }

    private static InputStream archive() {
        String name = archiveName(System.getProperty("os.name"), System.getProperty("os.arch"));
        InputStream archive = Thread.currentThread().getContextClassLoader().getResourceAsStream(name);
        if (archive == null) {
            throw new StartupFailure(ExitStatus.DATASOURCE_MISSING,
                    "There is no embedded PostgreSQL for this system (%s): set QUARKUS_DATASOURCE_JDBC_URL to a server of your own."
                            .formatted(name));
        }
        return archive;
    }

    static String archiveName(String system, String architecture) {
        String os = system.startsWith("Mac") ? "darwin" : system.toLowerCase(java.util.Locale.ROOT);
        String machine = switch (architecture) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> architecture;
        };
        return "postgres-" + os + "-" + machine + ".txz";
    }

    private static String bundledVersion() {
        try (InputStream stream = PostgresBinaries.class.getResourceAsStream("embedded-postgresql.properties")) {
            Properties properties = new Properties();
            properties.load(stream);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
