package io.painchain.simulator.admin.call;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** A route below {@code /_sim}; {@code *} in its template leaves a segment open. */
public record AdminRoute(String method, String[] template, Action action) {

    /** Does what was asked and says what became of it. */
    @FunctionalInterface
    public interface Action {

        JsonNode run(AdminCall call) throws AdminException;
    }

    public static AdminRoute of(String method, String template, Action action) {
        return new AdminRoute(method, template.split("/"), action);
    }

    /** The open segments; null where the path does not fit. */
    public List<String> match(String requestMethod, String[] path) {
        if (!requestMethod.equals(method) || path.length != template.length) {
            return null;
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < path.length; i++) {
            if (template[i].equals("*")) {
                parameters.add(path[i]);
            } else if (!template[i].equals(path[i])) {
                return null;
            }
        }
        return parameters;
    }
}
