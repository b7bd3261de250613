package io.painchain.demo;

import java.util.Map;

import io.painchain.simulator.option.CommandLine;

/** Options of the command line. */
public record Options(String host, int gitHubPort, int gitLabPort, int kubernetesPort, long seed) {

    static final String USAGE = """
            usage: java -jar demo.jar [--port N] [--gitlab-port N] [--kubernetes-port N] [--host NAME] [--seed N]
            --port is the simulated GitHub's.""";

    private static final int LAST_PORT = 65_535;
    private static final Map<String, String> DEFAULTS = Map.of("port", "8082", "gitlab-port", "8085", "kubernetes-port",
            "8086", "host", "127.0.0.1", "seed", "1");

    public static Options parse(String... arguments) {
        CommandLine given = CommandLine.parse(arguments, Map.of(), DEFAULTS);
        return new Options(given.text("host"), given.port(), given.number("gitlab-port", LAST_PORT),
                given.number("kubernetes-port", LAST_PORT), given.number("seed", Integer.MAX_VALUE));
    }
}
