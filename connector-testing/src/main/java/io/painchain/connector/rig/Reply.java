package io.painchain.connector.rig;

import java.util.Map;

/** What the stand-in of the backend answers; {@code null} is an empty body. */
record Reply(int status, Object body) {

    static Reply ok(Object body) {
        return new Reply(200, body);
    }

    static Reply empty() {
        return new Reply(204, null);
    }

    static Reply problem(int status, String name) {
        return new Reply(status, Map.of("type", "/problems/" + name, "detail", name));
    }
}
