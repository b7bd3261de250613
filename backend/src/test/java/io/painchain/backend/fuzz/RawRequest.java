package io.painchain.backend.fuzz;

import java.nio.charset.StandardCharsets;

/**
 * A request as it goes over the line.
 *
 * @param whole whether a server that waits for the rest of it waits in vain
 */
record RawRequest(String kind, byte[] bytes, boolean whole) {

    /** What of it fits into the report of a failure. */
    @Override
    public String toString() {
        var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "⏎");
        return kind + ": " + (text.length() > 700 ? text.substring(0, 700) + "…" : text);
    }

    boolean isHead() {
        return new String(bytes, 0, Math.min(5, bytes.length), StandardCharsets.ISO_8859_1).equals("HEAD ");
    }
}
