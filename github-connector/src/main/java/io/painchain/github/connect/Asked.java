package io.painchain.github.connect;

import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.connect.OAuthApi.Client;
import io.painchain.model.connect.ConnectInput;

/**
 * A task's input for one server.
 *
 * @param given what the connector's own environment gives in the place of what was not entered
 */
record Asked(ConnectInput input, Server server, Map<String, String> given) {

    /** Empty where it was neither entered nor given. */
    String text(String name) {
        String entered = input.inputs() == null ? null : input.inputs().get(name);
        return entered == null || entered.isBlank() ? given.getOrDefault(name, "") : entered.strip();
    }

    String need(String name, String what) {
        String text = text(name);
        if (text.isEmpty()) {
            throw refused(what);
        }
        return text;
    }

    String kept(String name) {
        return input.kept() == null ? null : input.kept().get(name);
    }

    String answer(String name) {
        return input.answer() == null ? null : input.answer().get(name);
    }

    String state() {
        return input.handshake().state();
    }

    String redirectUrl() {
        return input.handshake().redirectUrl();
    }

    /** What GitHub sent back, once it is certain that it did not refuse. */
    String code() {
        if (answer("error") != null) {
            throw refused("access_denied".equals(answer("error")) ? "GitHub was told not to agree; nothing is connected"
                    : "GitHub refused: " + sentence(answer("error_description"), answer("error")));
        }
        String code = answer("code");
        if (code == null || !code.matches("[A-Za-z0-9_-]{1,255}")) {
            throw refused("GitHub sent no code back; begin again");
        }
        return code;
    }

    Client client() {
        return new Client(input.grant().kept().get("clientId"), input.grant().kept().get("clientSecret"));
    }

    /** What an integration's configuration says of the server; nothing where it is the usual one. */
    Map<String, Object> config() {
        Map<String, Object> config = new LinkedHashMap<>();
        if (!text("apiUrl").isEmpty()) {
            config.put("apiUrl", text("apiUrl"));
        }
        return config;
    }

    static TaskFailedException refused(String sentence) {
        return new TaskFailedException(400, sentence);
    }

    static String sentence(String description, String otherwise) {
        String text = description == null || description.isBlank() ? otherwise : description;
        String shown = text.replaceAll("\\p{Cntrl}", " ").strip();
        return shown.length() > 300 ? shown.substring(0, 300) : shown;
    }
}
