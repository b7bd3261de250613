package io.painchain.simulator;

import java.util.Map;
import java.util.Set;

import io.painchain.simulator.option.CommandLine;

/** Options of the command line; what is not given there is read from the environment. */
record Options(String host, int port, String world, long seed, String token, String enterprise) {

    static final String USAGE = """
            usage: java -jar github-simulator.jar [--port N] [--host NAME] [--world empty|demo] [--seed N] [--token TEXT]
                   [--enterprise VERSION]
            The environment gives what is left out: SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_WORLD, SIMULATOR_SEED,
            SIMULATOR_TOKEN, SIMULATOR_ENTERPRISE.""";

    /** In the place of a version: Enterprise Cloud with data residency. */
    static final String GHE = "ghe.com";

    private static final Map<String, String> DEFAULTS = Map.of("port", "8082", "host", "127.0.0.1", "world", "empty",
            "seed", "1", "token", SimulatorConfig.TOKEN, "enterprise", "");

    static Options parse(String[] arguments, Map<String, String> environment) {
        CommandLine given = CommandLine.parse(arguments, environment, DEFAULTS);
        return new Options(given.text("host"), given.port(), given.oneOf("world", Set.of("empty", "demo")),
                given.number("seed", Integer.MAX_VALUE), given.text("token"), given.text("enterprise"));
    }
}
