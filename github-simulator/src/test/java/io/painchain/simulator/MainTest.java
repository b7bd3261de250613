package io.painchain.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.time.SettableClock;

class MainTest {

    @Test
    void servesTheDemoUntilItIsEnded() throws Exception {
        Process process = start("--port", "0", "--world", "demo", "--seed", "3");
        try (BufferedReader output = output(process)) {
            String address = lineWith(output, "listening on").replaceFirst(".*(http://\\S+).*", "$1");
            Client client = new Client(URI.create(address), SimulatorConfig.TOKEN);

            assertThat(client.get("/api/v3/user/repos?sort=pushed").each("full_name")).contains("acme/payments");
            process.destroy();

            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhatIsWrongWithItsOptions() throws Exception {
        Process process = start("--world", "flat");
        try (BufferedReader output = output(process)) {
            assertThat(lineWith(output, "flat")).isEqualTo("There is no world flat");
            assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(2);
        } finally {
            process.destroyForcibly();
        }
    }

    @Test
    void saysWhenThePortIsTaken() throws Exception {
        try (GitHubSimulator first = GitHubSimulator.start(SimulatorConfig.of(new SettableClock(SimulatorExtension.NOW)))) {
            Process process = start("--port", Integer.toString(first.port()));
            try (BufferedReader output = output(process)) {
                assertThat(lineWith(output, "Cannot listen")).contains(":" + first.port());
                assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
                assertThat(process.exitValue()).isEqualTo(3);
            } finally {
                process.destroyForcibly();
            }
        }
    }

    @Test
    void readsOptionsFromTheEnvironmentAndTheCommandLine() {
        Map<String, String> environment = Map.of("SIMULATOR_PORT", "9000", "SIMULATOR_WORLD", "demo",
                "SIMULATOR_TOKEN", "ghp_mine", "SIMULATOR_ENTERPRISE", "3.12.4");

        Options options = Options.parse(new String[] { "--port", "0", "--seed", "5" }, environment);

        assertThat(options).isEqualTo(new Options("127.0.0.1", 0, "demo", 5, "ghp_mine", "3.12.4"));
        assertThat(Options.parse(new String[0], Map.of()))
                .isEqualTo(new Options("127.0.0.1", 8082, "empty", 1, SimulatorConfig.TOKEN, ""));
        assertThatThrownBy(() -> Options.parse(new String[] { "--port" }, Map.of()))
                .hasMessage("Unknown or incomplete option --port");
        assertThatThrownBy(() -> Options.parse(new String[] { "--port", "x" }, Map.of()))
                .hasMessage("The port is not a number: x");
        assertThatThrownBy(() -> Options.parse(new String[] { "--port", "70000" }, Map.of()))
                .hasMessage("The port is out of range: 70000");
    }

    private static Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static BufferedReader output(Process process) {
        return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    private static String lineWith(BufferedReader output, String words) throws IOException {
        String line = output.readLine();
        while (line != null && !line.contains(words)) {
            line = output.readLine();
        }
        return line == null ? "" : line;
    }
}
