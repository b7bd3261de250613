package io.painchain.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which connectors ./painchain starts, as it says before it starts anything. */
class LauncherConnectorsTest {

    private record Said(int exitCode, String words) {
    }

    private static Said run(String command, String connectors) throws IOException, InterruptedException {
        Path output = Files.createTempFile("launcher", ".txt");
        ProcessBuilder launcher = new ProcessBuilder("sh", ProjectFiles.ROOT.resolve("painchain").toString(), command)
                .redirectErrorStream(true).redirectOutput(output.toFile());
        launcher.environment().keySet().removeIf(name -> name.startsWith("PAINCHAIN_"));
        if (connectors != null) {
            launcher.environment().put("PAINCHAIN_CONNECTORS", connectors);
        }
        int exitCode = launcher.start().waitFor();
        String words = Files.readString(output, StandardCharsets.UTF_8);
        Files.delete(output);
        return new Said(exitCode, words);
    }

    @Test
    void knowsEachConnectorThatThereIsAndItsPort() throws Exception {
        Said help = run("help", null);

        assertThat(help.exitCode()).isZero();
        assertThat(help.words()).contains("PAINCHAIN_CONNECTORS", "(" + String.join(",", ProjectFiles.connectors()) + ")");
        assertThat(ProjectFiles.connectors()).isNotEmpty().allSatisfy(name -> assertThat(help.words())
                .contains("the " + name + " connector's port for health and metrics (" + port(name) + ")"));
    }

    @ParameterizedTest
    @CsvSource({ "bitbucket, bitbucket", "'github, bitbucket', bitbucket", "'github,../x', ../x", "'*', *" })
    void refusesAConnectorThatThereIsNot(String connectors, String unknown) throws Exception {
        Said refusal = run("up", connectors);

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.words()).startsWith("painchain: PAINCHAIN_CONNECTORS names " + unknown + ", which is no connector")
                .contains("there are: " + String.join(" ", ProjectFiles.connectors()));
    }

    @ParameterizedTest
    @ValueSource(strings = { ",", " , ," })
    void refusesToStartNone(String connectors) throws Exception {
        Said refusal = run("up", connectors);

        assertThat(refusal.exitCode()).isEqualTo(2);
        assertThat(refusal.words()).contains("PAINCHAIN_CONNECTORS names no connector");
    }

    private static String port(String connector) {
        return ProjectFiles.read(connector + "-connector/src/main/resources/application.properties").lines()
                .filter(line -> line.startsWith("quarkus.http.port=")).map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst().orElseThrow();
    }
}
