package io.painchain.backend.datafolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class SecretSourceTest {

    @TempDir
    Path temporary;

    private DataFolder folder;

    @BeforeEach
    void setUp() {
        folder = DataFolder.at(temporary.resolve("data"));
    }

    @Test
    void takesTheValueOfTheEnvironmentFirst() throws IOException {
        Path file = Files.writeString(temporary.resolve("mounted"), "of the file");
        SecretSource secrets = secretsWith(Map.of(
                "PAINCHAIN_CONNECTOR_KEY", "of the environment",
                "PAINCHAIN_CONNECTOR_KEY_FILE", file.toString()));

        assertThat(secrets.secret("connector-key", () -> "created")).isEqualTo("of the environment");
        assertThat(folder.read("connector-key")).isEmpty();
    }

    @Test
    void takesTheNamedFileNext() throws IOException {
        Path file = Files.writeString(temporary.resolve("mounted"), "of the file\n");
        SecretSource secrets = secretsWith(Map.of("PAINCHAIN_CONNECTOR_KEY_FILE", file.toString()));

        assertThat(secrets.secret("connector-key", () -> "created")).isEqualTo("of the file");
        assertThat(secrets.given("connector-key")).contains("of the file");
    }

    @Test
    void createsItInTheDataFolderWhereNothingIsGiven() {
        SecretSource secrets = secretsWith(Map.of("PAINCHAIN_CONNECTOR_KEY", ""));

        assertThat(secrets.given("connector-key")).isEmpty();
        assertThat(secrets.secret("connector-key", () -> "created")).isEqualTo("created");
        assertThat(secrets.secret("connector-key", () -> "created again")).isEqualTo("created");
    }

    @Test
    void refusesANamedFileThatIsNotThere() {
        SecretSource secrets = secretsWith(Map.of("PAINCHAIN_KEYSET_FILE", temporary + "/nowhere"));

        assertThatThrownBy(() -> secrets.secret("keyset", () -> "created"))
                .hasMessage("The file %s/nowhere, named by PAINCHAIN_KEYSET_FILE, cannot be read", temporary);
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        Files.writeString(folder.file("keyset"), "\n");

        assertThatThrownBy(() -> secretsWith(Map.of()).secret("keyset", () -> "created"))
                .hasMessage("The file %s for PAINCHAIN_KEYSET is empty", folder.file("keyset"));
    }

    @Test
    void createsNothingWhereThatIsSwitchedOff() {
        SecretSource secrets = secretsWith(Map.of("PAINCHAIN_KEYS_CREATE", "false"));

        assertThatThrownBy(() -> secrets.secret("keyset", () -> "created"))
                .hasMessage("PAINCHAIN_KEYSET is missing: set it, or PAINCHAIN_KEYSET_FILE, or put the file %s in place",
                        folder.file("keyset"));
        assertThat(folder.read("keyset")).isEmpty();
    }

    private SecretSource secretsWith(Map<String, String> environment) {
        var config = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withSources(new EnvConfigSource(environment, 300))
                .build();
        return new SecretSource(config, folder);
    }
}
