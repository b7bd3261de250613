package io.painchain.backend.startup;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.flywaydb.core.Flyway;

import io.painchain.backend.apikey.ApiKeyText;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;

/** Makes a key without having one: whoever may start this command has the database already. */
record KeyCreation(String tenantId, Role role, String connectorType, String name) {

    private static final int CONNECT_SECONDS = 10;
    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern NAME = Pattern.compile("[ -~]{1,100}");
    private static final String USAGE = "create-key [--tenant TENANT] --role owner|admin|member|viewer, "
            + "--role connector --type TYPE or --role operator; and --name NAME if you like.";

    static KeyCreation of(List<String> arguments) {
        var options = options(arguments);
        var role = Role.of(options.getOrDefault("--role", "")).filter(one -> one != Role.GUEST)
                .orElseThrow(() -> usage("--role is missing or none"));
        var type = options.get("--type");
        if ((role == Role.CONNECTOR) != (type != null) || type != null && !TYPE.matcher(type).matches()) {
            throw usage("--type goes with --role connector, as the connector registers it");
        }
        var name = options.getOrDefault("--name", "created on the command line");
        if (!NAME.matcher(name).matches()) {
            throw usage("--name must be 1 to 100 letters, digits and signs of ASCII");
        }
        return new KeyCreation(tenant(options.get("--tenant"), role), role, type, name);
    }

    private static String tenant(String tenant, Role role) {
        if (!role.isOfTenant()) {
            if (tenant != null) {
                throw usage("--tenant does not go with that role, which is the installation's");
            }
            return CurrentTenant.INSTALLATION;
        }
        if (tenant != null && !TENANT.matcher(tenant).matches()) {
            throw usage("--tenant must be 1 to 64 of A-Z a-z 0-9 . _ -");
        }
        return tenant == null ? CurrentTenant.SELF_HOSTED : tenant;
    }

    private static Map<String, String> options(List<String> arguments) {
        var options = new TreeMap<String, String>();
        for (int i = 0; i < arguments.size(); i += 2) {
            boolean isKnown = List.of("--tenant", "--role", "--type", "--name").contains(arguments.get(i));
            if (!isKnown || i + 1 == arguments.size() || options.put(arguments.get(i), arguments.get(i + 1)) != null) {
                throw usage(arguments.get(i) + " is unknown, twice, or without its value");
            }
        }
        return options;
    }

    private static StartupFailure usage(String fault) {
        return new StartupFailure(ExitStatus.USAGE, fault + ". Usage: " + USAGE);
    }

    /** The key is all that goes to standard output, so that it can be piped to where it is kept. */
    void on(DatabaseAccess access) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(access.url(), access.username(), access.password()).locations("classpath:db/migration").load()
                .migrate();
        var key = ApiKeyText.generate();
        try (var connection = access.connect(CONNECT_SECONDS)) {
            insert(connection, key);
        } catch (SQLException e) {
            throw new StartupFailure(ExitStatus.DATABASE_UNREACHABLE, "The key could not be stored: " + e.getMessage(), e);
        }
        Console.say("A key of the role %s. It is shown this once:".formatted(role.onTheWire()));
        System.out.println(key);
    }

    private void insert(Connection connection, String key) throws SQLException {
        try (var statement = connection.prepareStatement("""
                INSERT INTO api_key (tenant_id, id, name, role, connector_type, digest, last_four, created_at, created_by)
                VALUES (?, gen_random_uuid(), ?, ?, ?, ?, ?, now(), 'command line')""")) {
            statement.setString(1, tenantId);
            statement.setString(2, name);
            statement.setString(3, role.onTheWire());
            statement.setString(4, connectorType);
            statement.setBytes(5, ApiKeyText.digest(key));
            statement.setString(6, ApiKeyText.lastFour(key));
            statement.executeUpdate();
        }
    }
}
