package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a project that is built already, with a program in place of the JVM that writes down how it was called. */
class LauncherTest {

    private static final String JAVA = """
            #!/bin/sh
            case "$*" in
              -version) echo 'openjdk version "'$(cat "$0.version")'"' >&2 && exit ;;
              *rehearse) [ -f "$0.fails" ] && echo failed >>"$0.rehearsals" && exit 1
                for argument in "$@"; do
                  case $argument in -XX:ArchiveClassesAtExit=*|-XX:AOTCacheOutput=*) : >"${argument#*=}" ;; esac
                done
                echo "$PAINCHAIN_DATA $QUARKUS_DATASOURCE_JDBC_URL" >>"$0.rehearsals" ;;
              *) echo "$PAINCHAIN_BENCH_JAVA_OPTIONS" ;;
            esac
            """;

    @TempDir
    private Path project;

    private Path java;

    @BeforeEach
    void buildProject() throws IOException {
        Files.copy(ProjectFiles.ROOT.resolve("painchain"), project.resolve("painchain"));
        built("backend/target/quarkus-app/quarkus-run.jar");
        built("backend/target/quarkus-app/lib/main/org.postgresql.postgresql-1.jar");
        built("github-connector/target/quarkus-app/quarkus-run.jar");
        built("webhook-connector/target/quarkus-app/quarkus-run.jar");
        built("benchmarks/target/benchmarks-1.jar");
        java = project.resolve("jdk/bin/java");
        write(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        runsOnJava("17.0.15");
    }

    @Test
    void startsTheBackendWithBothCompilersAndAnArchiveOfItsClasses() throws Exception {
        assertThat(backendOptions()).contains("-XX:SharedArchiveFile=target/class-archive/backend -Xshare:auto")
                .doesNotContain("TieredStopAtLevel", "AOT");
    }

    @Test
    void startsTheBackendOnJava25WithItsCache() throws Exception {
        runsOnJava("25.0.3");

        assertThat(backendOptions()).contains("-XX:AOTCache=target/class-archive/backend")
                .doesNotContain("TieredStopAtLevel", "SharedArchiveFile");
    }

    @Test
    void makesTheArchiveOnceForEachBuildAndJvm() throws Exception {
        backendOptions();
        backendOptions();
        assertThat(rehearsals()).hasSize(1);

        runsOnJava("17.0.16");
        backendOptions();
        assertThat(rehearsals()).hasSize(2);

        Files.setLastModifiedTime(project.resolve("backend/target/quarkus-app/quarkus-run.jar"),
                FileTime.from(Instant.now().plusSeconds(60)));
        backendOptions();
        assertThat(rehearsals()).hasSize(3);
    }

    @Test
    void rehearsesOnADatabaseOfItsOwn() throws Exception {
        backendOptions();

        assertThat(rehearsals()).singleElement().asString().doesNotContain("jdbc:", project.resolve(".painchain").toString());
    }

    @Test
    void startsWithoutAnArchiveThatCannotBeMadeAndDoesNotTryAgain() throws Exception {
        write(project.resolve("jdk/bin/java.fails"), "");

        assertThat(backendOptions()).doesNotContain("archive");
        assertThat(backendOptions()).doesNotContain("archive");
        assertThat(rehearsals()).hasSize(1);
    }

    private String backendOptions() throws Exception {
        var output = project.resolve("output.txt");
        var builder = new ProcessBuilder("sh", project.resolve("painchain").toString(), "bench").redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PAINCHAIN_"));
        builder.environment().put("JAVA_HOME", project.resolve("jdk").toString());
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://elsewhere/painchain");
        var launcher = builder.start();
        assertThat(launcher.waitFor(180, TimeUnit.SECONDS)).isTrue();
        var lines = Files.readAllLines(output);
        assertThat(launcher.exitValue()).as("%s", lines).isZero();
        return lines.get(lines.size() - 1);
    }

    private List<String> rehearsals() throws IOException {
        return Files.readAllLines(project.resolve("jdk/bin/java.rehearsals"));
    }

    private void runsOnJava(String version) throws IOException {
        write(project.resolve("jdk/bin/java.version"), version);
    }

    /** A while ago: what is made now is newer. */
    private void built(String file) throws IOException {
        write(project.resolve(file), "");
        Files.setLastModifiedTime(project.resolve(file), FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
