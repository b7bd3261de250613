package io.painchain.backend.datafolder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.microprofile.config.Config;

/**
 * Key material by name, e.g. {@code connector-key}: from {@code PAINCHAIN_CONNECTOR_KEY}, else from the file in {@code
 * PAINCHAIN_CONNECTOR_KEY_FILE}, else from the data folder, where it is created at the first start.
 */
public final class SecretSource {

    private final Config config;
    private final DataFolder folder;

    public SecretSource(Config config, DataFolder folder) {
        this.config = config;
        this.folder = folder;
    }

    public String secret(String name, Supplier<String> first) {
        return given(name).orElseGet(() -> kept(name, first));
    }

    /** From the environment, by value or by file. */
    public Optional<String> given(String name) {
        String key = "painchain." + name;
        return config.getOptionalValue(key, String.class)
                .map(String::strip)
                .or(() -> config.getOptionalValue(key + ".file", Path.class).map(file -> read(name, file)));
    }

    private String kept(String name, Supplier<String> first) {
        if (mayCreate()) {
            return nonEmpty(folder.createOnce(name, first), name, folder.file(name));
        }
        return folder.read(name)
                .map(secret -> nonEmpty(secret, name, folder.file(name)))
                .orElseThrow(() -> new IllegalStateException(
                        "%s is missing: set it, or %s_FILE, or put the file %s in place"
                                .formatted(variable(name), variable(name), folder.file(name))));
    }

    private boolean mayCreate() {
        return config.getOptionalValue("painchain.keys.create", Boolean.class).orElse(true);
    }

    private static String read(String name, Path file) {
        try {
            return nonEmpty(Files.readString(file).strip(), name, file);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The file %s, named by %s_FILE, cannot be read".formatted(file, variable(name)), e);
        }
    }

    private static String nonEmpty(String secret, String name, Path file) {
        if (secret.isEmpty()) {
            throw new IllegalStateException("The file %s for %s is empty".formatted(file, variable(name)));
        }
        return secret;
    }

    private static String variable(String name) {
        return "PAINCHAIN_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
