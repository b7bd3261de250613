package io.painchain.backend.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.backend.datafolder.DataFolder;
import io.painchain.backend.datafolder.SecretSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class ConnectorKeyTest {

    @TempDir
    Path folder;

    @Test
    void isMadeOnceAndKept() {
        // When
        var first = new ConnectorKey(source(Map.of()));
        var made = DataFolder.at(folder).read("connector-key").orElseThrow();
        var second = new ConnectorKey(source(Map.of()));

        // Then
        assertThat(made).hasSizeGreaterThanOrEqualTo(43);
        assertThat(first.matches(made)).isTrue();
        assertThat(second.matches(made)).isTrue();
        assertThat(second.matches(made + "x")).isFalse();
        assertThat(second.matches("")).isFalse();
    }

    @Test
    void isTheGivenOne() {
        var key = new ConnectorKey(source(Map.of("painchain.connector-key", "0123456789abcdef")));

        assertThat(key.matches("0123456789abcdef")).isTrue();
        assertThat(DataFolder.at(folder).read("connector-key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "  ", "secret", "0123456789abcde", "aaaaaaaaaaaaaaaaaaaaaaaa", "0123456789 abcdef",
            "0123456789äbcdef" })
    void isRefusedWhereItIsWeakWithoutQuotingIt(String weak) {
        assertThatThrownBy(() -> new ConnectorKey(source(Map.of("painchain.connector-key", weak))))
                .hasMessageStartingWith("PAINCHAIN_CONNECTOR_KEY")
                .satisfies(e -> assertThat(weak.isBlank() || !e.getMessage().contains(weak)).isTrue());
    }

    private SecretSource source(Map<String, String> config) {
        return new SecretSource(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(config, "test", 100)).build(), DataFolder.at(folder));
    }
}
