package io.painchain.simulator.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        assertThat(Options.parse(new String[0], Map.of()))
                .isEqualTo(new Options("127.0.0.1", 8083, 1, GitLabConfig.TOKEN, ""));
        assertThat(Options.parse(new String[] { "--prefix", "/gitlab/" }, Map.of("SIMULATOR_PORT", "9")))
                .isEqualTo(new Options("127.0.0.1", 9, 1, GitLabConfig.TOKEN, "/gitlab"));
    }

    @Test
    void refusesAPrefixWithoutASlash() {
        assertThatThrownBy(() -> Options.parse(new String[] { "--prefix", "gitlab" }, Map.of()))
                .hasMessage("The prefix begins with a slash: gitlab");
    }
}
