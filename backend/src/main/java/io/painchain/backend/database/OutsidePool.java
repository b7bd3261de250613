package io.painchain.backend.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;

import org.eclipse.microprofile.config.Config;
import org.postgresql.Driver;

/** Connections of their own, with the pool's address, user and properties. */
final class OutsidePool {

    private static final String DATASOURCE = "quarkus.datasource.";
    private static final String PROPERTIES = DATASOURCE + "jdbc.additional-jdbc-properties.";

    private OutsidePool() {
    }

    /** @param instead of the pool's properties */
    static Connection connect(Config config, Map<String, String> instead) {
        var properties = new Properties();
        config.getOptionalValue(DATASOURCE + "username", String.class).ifPresent(user -> properties.put("user", user));
        config.getOptionalValue(DATASOURCE + "password", String.class).ifPresent(key -> properties.put("password", key));
        for (var name : config.getPropertyNames()) {
            if (name.startsWith(PROPERTIES)) {
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> properties.put(name.substring(PROPERTIES.length()), value));
            }
        }
        properties.putAll(instead);
        try {
            return new Driver().connect(config.getValue(DATASOURCE + "jdbc.url", String.class), properties);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }
}
