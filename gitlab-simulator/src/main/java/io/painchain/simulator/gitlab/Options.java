package io.painchain.simulator.gitlab;

import java.util.Map;

import io.painchain.simulator.option.CommandLine;

/** Options of the command line; what is not given there is read from the environment. */
record Options(String host, int port, long seed, String token, String prefix) {

    static final String USAGE = """
            usage: java -jar gitlab-simulator.jar [--port N] [--host NAME] [--seed N] [--token TEXT] [--prefix /PATH]
            The environment gives what is left out: SIMULATOR_PORT, SIMULATOR_HOST, SIMULATOR_SEED, SIMULATOR_TOKEN,
            SIMULATOR_PREFIX.""";

    private static final Map<String, String> DEFAULTS = Map.of("port", "8083", "host", "127.0.0.1", "seed", "1", "token",
            GitLabConfig.TOKEN, "prefix", "");

    static Options parse(String[] arguments, Map<String, String> environment) {
        CommandLine given = CommandLine.parse(arguments, environment, DEFAULTS);
        String prefix = given.text("prefix").replaceFirst("/$", "");
        if (!prefix.isEmpty() && !prefix.startsWith("/")) {
            throw new IllegalArgumentException("The prefix begins with a slash: " + prefix);
        }
        return new Options(given.text("host"), given.port(), given.number("seed", Integer.MAX_VALUE), given.text("token"),
                prefix);
    }
}
