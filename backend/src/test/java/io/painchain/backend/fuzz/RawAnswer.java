package io.painchain.backend.fuzz;

import java.util.Map;

/**
 * What came back.
 *
 * @param status 0 where the connection was closed without an answer, -1 where nothing came in time
 * @param headers by lower-case name
 */
record RawAnswer(int status, Map<String, String> headers, String body) {

    static final RawAnswer NONE = new RawAnswer(0, Map.of(), "");
    static final RawAnswer LATE = new RawAnswer(-1, Map.of(), "");

    boolean isRefusal() {
        return status >= 400;
    }

    @Override
    public String toString() {
        return status + " " + headers.getOrDefault("content-type", "-") + " "
                + (body.length() > 300 ? body.substring(0, 300) + "…" : body);
    }
}
