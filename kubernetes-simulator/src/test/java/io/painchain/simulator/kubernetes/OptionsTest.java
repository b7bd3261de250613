package io.painchain.simulator.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void listensOnLoopbackUnlessToldOtherwise() {
        assertThat(Options.parse(new String[0], Map.of()))
                .isEqualTo(new Options("127.0.0.1", 8001, 1, KubernetesConfig.TOKEN, false));
        assertThat(Options.parse(new String[] { "--tls", "true" }, Map.of("SIMULATOR_PORT", "9")))
                .isEqualTo(new Options("127.0.0.1", 9, 1, KubernetesConfig.TOKEN, true));
    }

    @Test
    void refusesWhatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> Options.parse(new String[] { "--tls", "yes" }, Map.of()))
                .hasMessage("There is no tls yes");
    }
}
