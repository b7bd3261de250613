package io.painchain.backend.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.postgresql.PGConnection;

import io.agroal.api.AgroalPoolInterceptor;

/**
 * Tells each connection that is taken from the pool whose rows it shows. Within a transaction until that ends; a connection
 * that serves the same tenant again keeps to it, so that a server with one tenant pays nothing.
 */
@Singleton
class TenantBinding implements AgroalPoolInterceptor {

    private static final Logger LOG = Logger.getLogger(TenantBinding.class);
    private static final String BIND = """
            select set_config('app.tenant', ?, ?), set_config('search_path', ?, ?), set_config('role', ?, ?)""";

    private final DatabaseScope scope;
    private final TenantIsolation isolation;
    /** By the driver's connections: the pool hands out another wrapper each time. */
    private final Map<PGConnection, Binding> bindings = Collections.synchronizedMap(new WeakHashMap<>());

    TenantBinding(DatabaseScope scope, TenantIsolation isolation) {
        this.scope = scope;
        this.isolation = isolation;
    }

    /**
     * @param lasting what it shows outside of transactions
     * @param last what it showed in the last transaction that was told so, or {@code null}
     * @param again whether two of these in a row showed the same
     */
    private record Binding(VisibleRows lasting, VisibleRows last, boolean again) {

        static final Binding NEW = new Binding(VisibleRows.OWNERS, null, false);
        /** What nothing equals, so that the next one is told whatever it is to show. */
        static final Binding UNKNOWN = new Binding(null, null, false);
    }

    @Override
    public void onConnectionAcquire(Connection connection) {
        if (!isolation.isOn()) {
            return;
        }
        try {
            var driver = connection.unwrap(PGConnection.class);
            var wanted = wanted();
            var binding = bindings.getOrDefault(driver, Binding.NEW);
            if (wanted.equals(binding.lasting())) {
                return;
            }
            boolean inTransaction = !connection.getAutoCommit();
            bindings.put(driver, Binding.UNKNOWN);
            bind(connection, wanted, inTransaction);
            bindings.put(driver, inTransaction
                    ? new Binding(binding.lasting(), wanted, wanted.equals(binding.last()))
                    : new Binding(wanted, wanted, false));
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private VisibleRows wanted() {
        var rows = scope.rows();
        if (rows == null) {
            throw new IllegalStateException("The database is asked outside of a scope: @AllTenants or DatabaseScope has to say "
                    + "whose rows it is to show.");
        }
        return rows;
    }

    /** Throws nothing: the pool would never see the connection again. */
    @Override
    public void onConnectionReturn(Connection connection) {
        if (!isolation.isOn()) {
            return;
        }
        try {
            keepTo(connection, connection.unwrap(PGConnection.class));
        } catch (SQLException | RuntimeException e) {
            LOG.debugf(e, "A connection could not be kept to its tenant");
        }
    }

    private void keepTo(Connection connection, PGConnection driver) throws SQLException {
        var binding = bindings.getOrDefault(driver, Binding.NEW);
        if (binding.again() && connection.getAutoCommit()) {
            bindings.put(driver, Binding.UNKNOWN);
            bind(connection, binding.last(), false);
            bindings.put(driver, new Binding(binding.last(), binding.last(), false));
        }
    }

    private void bind(Connection connection, VisibleRows wanted, boolean local) throws SQLException {
        try (var statement = connection.prepareStatement(BIND)) {
            set(statement, 1, wanted.tenantId(), local);
            set(statement, 3, isolation.searchPath(wanted.areOneTenants()), local);
            set(statement, 5, wanted.role(), local);
            statement.execute();
        }
    }

    private static void set(PreparedStatement statement, int position, String value, boolean local) throws SQLException {
        statement.setString(position, value);
        statement.setBoolean(position + 1, local);
    }
}
