package io.painchain.connector.backend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

public final class ConnectorKey {

    private ConnectorKey() {
    }

    /** @throws IllegalArgumentException with one sentence saying what to do */
    public static String read(Optional<String> key, Optional<String> file) {
        Optional<String> given = key.map(String::strip).filter(text -> !text.isEmpty());
        if (given.isPresent()) {
            return checked(given.get(), "PAINCHAIN_CONNECTOR_KEY");
        }
        Path path = file.map(String::strip).filter(text -> !text.isEmpty()).map(Path::of)
                .orElseThrow(() -> new IllegalArgumentException("No connector key: set PAINCHAIN_CONNECTOR_KEY, or"
                        + " PAINCHAIN_CONNECTOR_KEY_FILE to the file that the backend wrote it to"));
        try {
            return checked(Files.readString(path).strip(), path.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException("The connector key cannot be read from " + path
                    + " (PAINCHAIN_CONNECTOR_KEY_FILE): " + e.getClass().getSimpleName(), e);
        }
    }

    private static String checked(String key, String source) {
        if (key.isEmpty() || !key.chars().allMatch(c -> c > 0x20 && c < 0x7f)) {
            throw new IllegalArgumentException("The connector key in " + source
                    + " is empty or has characters that no key has; expected one line of text without blanks");
        }
        return key;
    }
}
