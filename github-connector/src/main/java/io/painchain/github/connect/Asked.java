package io.painchain.github.connect;

import java.util.HashMap;
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

    /** Where a grant is from, in what is kept of it; absent where it is the usual server. */
    static final String SERVER = "server";
    static final String INSTALLING = "installing";

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

    /** Whether the step before was the installation's page, which takes no challenge: a verifier would be one too many. */
    boolean isInstalling() {
        return kept(INSTALLING) != null;
    }

    /** What is kept while the browser is on that page. */
    Map<String, String> keptInstalling() {
        Map<String, String> kept = new HashMap<>(input.kept());
        kept.put(INSTALLING, "");
        return kept;
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

    /** Of the grant. The secret of the connector's own App is kept with none. */
    Client client() {
        String id = input.grant().kept().get("clientId");
        String entered = input.grant().kept().get("clientSecret");
        return new Client(id, entered == null && id.equals(given.get("clientId")) ? given.get("clientSecret") : entered);
    }

    /** Null where it is the usual one. */
    String enteredServer() {
        return input.grant() != null && input.grant().kept() != null ? input.grant().kept().get(SERVER)
                : text("apiUrl").isEmpty() ? null : text("apiUrl");
    }

    boolean isGiven(String clientSecret) {
        return clientSecret.equals(given.get("clientSecret"));
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
