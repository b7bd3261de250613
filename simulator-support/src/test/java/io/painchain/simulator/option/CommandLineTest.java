package io.painchain.simulator.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

class CommandLineTest {

    private static final Map<String, String> DEFAULTS = Map.of("port", "8082", "world", "empty");

    @Test
    void takesWhatIsGivenBeforeTheEnvironmentAndThatBeforeTheDefaults() {
        Map<String, String> environment = Map.of("SIMULATOR_PORT", "1", "SIMULATOR_WORLD", "demo");

        CommandLine given = CommandLine.parse(new String[] { "--port", "2" }, environment, DEFAULTS);

        assertThat(given.port()).isEqualTo(2);
        assertThat(given.text("world")).isEqualTo("demo");
        assertThat(CommandLine.parse(new String[0], Map.of(), DEFAULTS).port()).isEqualTo(8082);
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> CommandLine.parse(new String[] { "--colour", "red" }, Map.of(), DEFAULTS))
                .hasMessage("Unknown or incomplete option --colour");
        CommandLine odd = CommandLine.parse(new String[] { "--world", "flat", "--port", "70000" }, Map.of(), DEFAULTS);

        assertThatThrownBy(() -> odd.oneOf("world", Set.of("empty", "demo"))).hasMessage("There is no world flat");
        assertThatThrownBy(odd::port).hasMessage("The port is out of range: 70000");
    }
}
