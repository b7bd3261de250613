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
 * Where key material comes from, by its name, e.g. {@code connector-key}: the environment variable
 * {@code PAINCHAIN_CONNECTOR_KEY}; else the file that {@code PAINCHAIN_CONNECTOR_KEY_FILE} names; else the file
 * {@code connector-key} in the data folder, which is created at the first start.
 */
public final class SecretSource {

    private final Config config;
    private final DataFolder folder;

    public SecretSource(Config config, DataFolder folder) {
        this.config = config;
        this.folder = folder;
    }

    /** @param first makes the secret of the very first start */
    public String secret(String name, Supplier<String> first) {
        return given(name).orElseGet(() -> kept(name, first));
    }

    /** The secret that the environment gives, by value or by file; empty where it is left to the data folder. */
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
