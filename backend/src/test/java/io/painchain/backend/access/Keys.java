package io.painchain.backend.access;

import static io.restassured.RestAssured.given;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;

import org.eclipse.microprofile.config.ConfigProvider;

import io.painchain.backend.apikey.ApiKeyText;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Keys as the command line makes them, and calls with them. */
public final class Keys {

    public static final String SELF_HOSTED = "~";
    public static final String INSTALLATION = "*";

    private Keys() {
    }

    public static String create(String tenant, String role) {
        return create(tenant, role, null);
    }

    public static String create(String tenant, String role, Instant expiresAt) {
        var key = ApiKeyText.generate();
        execute("""
                insert into api_key (tenant_id, id, name, role, connector_type, digest, last_four, created_at, created_by,
                                     expires_at)
                values (?, gen_random_uuid(), ?, ?, ?, decode(?, 'hex'), ?, now(), 'test', ?::timestamptz)""",
                tenant, "a " + role, role, role.equals("connector") ? "keyed" : null, hex(key), ApiKeyText.lastFour(key),
                expiresAt == null ? null : expiresAt.toString());
        return key;
    }

    public static String hex(String key) {
        return java.util.HexFormat.of().formatHex(ApiKeyText.digest(key));
    }

    /** As another backend does it. */
    public static void execute(String sql, String... parameters) {
        try (var connection = connect(); var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Past the pool. */
    public static Connection connect() throws SQLException {
        var config = ConfigProvider.getConfig();
        return DriverManager.getConnection(config.getValue("quarkus.datasource.jdbc.url", String.class),
                config.getValue("quarkus.datasource.username", String.class),
                config.getValue("quarkus.datasource.password", String.class));
    }

    public static RequestSpecification with(String key) {
        return given().contentType(ContentType.JSON).header("Authorization", "Bearer " + key);
    }
}
