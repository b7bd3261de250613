package io.painchain.backend.authmode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.backend.process.StartupFailure;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class AuthModeTest {

    @Test
    void isOpenUnlessSaid() {
        assertThat(AuthMode.of(config(Map.of()))).isEqualTo(AuthMode.OPEN);
        assertThat(AuthMode.of(config(Map.of("painchain.auth", "open")))).isEqualTo(AuthMode.OPEN);
        assertThat(AuthMode.of(config(Map.of("painchain.auth", "keys")))).isEqualTo(AuthMode.KEYS);
        assertThat(AuthMode.of(config(Map.of("painchain.auth", "oidc")))).isEqualTo(AuthMode.OIDC);
        assertThat(AuthMode.of(config(Map.of("painchain.auth", "oidc, keys")))).isEqualTo(AuthMode.KEYS_AND_OIDC);
    }

    @ParameterizedTest
    @CsvSource({ "'open,keys', must be open", "OPEN, must be open", "key, must be open",
            "true, must be open" })
    void refusesTheStartRatherThanBeingOpenByMistake(String value, String reason) {
        assertThatThrownBy(() -> AuthMode.of(config(Map.of("painchain.auth", value)))).isInstanceOf(StartupFailure.class)
                .hasMessageStartingWith("PAINCHAIN_AUTH").hasMessageContaining(reason);
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withSources(new PropertiesConfigSource(values, "test", 100)).build();
    }
}
