package io.painchain.simulator.kubernetes;

import java.util.Map;
import java.util.Set;

import io.painchain.simulator.option.CommandLine;

/** Options of the command line; what is not given there is read from the environment. */
record Options(String host, int port, long seed, String token, boolean tls) {

    static final String USAGE = """
            usage: java -jar kubernetes-simulator.jar [--port N] [--host NAME] [--seed N] [--token TEXT] [--tls true]
            The environment gives what is left out: SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_SEED, SIMULATOR_TOKEN,
            SIMULATOR_TLS.""";

    private static final Map<String, String> DEFAULTS = Map.of("port", "8001", "host", "127.0.0.1", "seed", "1", "token",
            KubernetesConfig.TOKEN, "tls", "false");

    static Options parse(String[] arguments, Map<String, String> environment) {
        CommandLine given = CommandLine.parse(arguments, environment, DEFAULTS);
        return new Options(given.text("host"), given.port(), given.number("seed", Integer.MAX_VALUE), given.text("token"),
                given.oneOf("tls", Set.of("true", "false")).equals("true"));
    }
}
