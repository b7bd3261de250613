package io.painchain.simulator.option;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Values of options by name: from the command line, else the environment, else the defaults. */
public record CommandLine(Map<String, String> values) {

    private static final int LAST_PORT = 65_535;

    public static CommandLine parse(String[] arguments, Map<String, String> environment, Map<String, String> defaults) {
        Map<String, String> values = new HashMap<>(defaults);
        defaults.keySet().forEach(name -> {
            String value = environment.get("SIMULATOR_" + name.toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                values.put(name, value);
            }
        });
        for (int i = 0; i < arguments.length; i += 2) {
            String name = arguments[i].replaceFirst("^--", "");
            if (!defaults.containsKey(name) || i + 1 == arguments.length) {
                throw new IllegalArgumentException("Unknown or incomplete option " + arguments[i]);
            }
            values.put(name, arguments[i + 1]);
        }
        return new CommandLine(Map.copyOf(values));
    }

    public String text(String name) {
        return values.get(name);
    }

    public String oneOf(String name, Set<String> known) {
        if (!known.contains(text(name))) {
            throw new IllegalArgumentException("There is no " + name + " " + text(name));
        }
        return text(name);
    }

    public int port() {
        return number("port", LAST_PORT);
    }

    public int number(String name, int most) {
        String text = text(name);
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
