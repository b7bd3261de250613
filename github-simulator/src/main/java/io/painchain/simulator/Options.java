package io.painchain.simulator;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

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
        Map<String, String> values = new HashMap<>(DEFAULTS);
        DEFAULTS.keySet().forEach(name -> {
            String value = environment.get("SIMULATOR_" + name.toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        });
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!DEFAULTS.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown or incomplete option " + arguments[i]);
            }
            values.put(name, arguments[i + 1]);
        }
        if (!Set.of("empty", "demo").contains(values.get("world"))) {
            throw new IllegalArgumentException("There is no world " + values.get("world"));
        }
        return new Options(values.get("host"), number(values, "port", 65_535), values.get("world"),
                number(values, "seed", Integer.MAX_VALUE), values.get("token"), values.get("enterprise"));
    }

    private static int number(Map<String, String> values, String name, int most) {
        String text = values.get(name);
        try {
            int number = Integer.parseInt(text);
            if (number >= 0 && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("The " + name + " is not a number: " + text, e);
        }
        throw new IllegalArgumentException("The " + name + " is out of range: " + text);
    }
}
