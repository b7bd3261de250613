package io.painchain.simulator.kubernetes.rig;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import com.fasterxml.jackson.databind.JsonNode;

/** A watch that a test reads line by line. */
public final class OpenWatch implements AutoCloseable {

    private final BufferedReader lines;

    OpenWatch(InputStream body) {
        lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
    }

    /** Type, name and revision of the next event, such as {@code ADDED api 1003}; null at the end. */
    public String next() {
        JsonNode event = nextEvent();
        return event == null ? null
                : (event.path("type").asText() + " " + event.at("/object/metadata/name").asText()).trim();
    }

    /** Waits for it; null at the end. */
    public JsonNode nextEvent() {
        String line = nextLine();
        return line == null ? null : Reply.parse(line);
    }

    /** As it came, half or whole; the exception is that of a connection that broke. */
    public String nextLine() {
        try {
            return lines.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
