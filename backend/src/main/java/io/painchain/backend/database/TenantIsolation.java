package io.painchain.backend.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/** Whether the database separates tenants too, which needs a role that its user may not be able to make. */
@Singleton
class TenantIsolation {

    private static final Logger LOG = Logger.getLogger(TenantIsolation.class);
    private static final int FIRST = 10;
    private static final String NOBODY = "-";
    /** Waits for whoever reads the tables, and may have many to go through. */
    private static final int PATIENCE_SECONDS = 120;

    private final Statements statements;
    private final DatabaseScope scope;
    private final IsolationConfig config;
    private final Config settings;
    private volatile String searchPath;

    TenantIsolation(Statements statements, DatabaseScope scope, IsolationConfig config, Config settings) {
        this.statements = statements;
        this.scope = scope;
        this.config = config;
        this.settings = settings;
    }

    void start(@Observes @Priority(FIRST) StartupEvent event) {
        if (config.isWanted()) {
            requireOrdinaryUser();
            begin();
        } else if (!config.isOpen()) {
            LOG.warn("PAINCHAIN_DATABASE_ISOLATION is false: a statement that forgot its tenant would show all tenants' rows");
        }
    }

    /** Such a user may read everything, whatever policies say; where it is to be so, somebody has said so. */
    private void requireOrdinaryUser() {
        var mighty = statements.query("""
                select rolname from pg_roles where rolname = session_user and (rolsuper or rolbypassrls)""", List.of(),
                row -> row.text("rolname"));
        if (!mighty.isEmpty() && !config.isOpen() && !config.isAllowed(mighty.get(0))) {
            throw new IllegalStateException(("The database's user %1$s is a superuser or passes by row-level security: let "
                    + "PainChain have one that is neither, or allow it by PAINCHAIN_DATABASE_ALLOWED_USER=%1$s.")
                    .formatted(mighty.get(0)));
        }
    }

    private void begin() {
        separate();
        var found = statements.query("""
                select current_setting('search_path') as search_path from pg_roles
                where rolname in (?, ?) and not rolsuper and not rolbypassrls and pg_has_role(session_user, oid, 'member')
                    and to_regclass('app.event') is not null""", List.of(VisibleRows.TENANT_ROLE, VisibleRows.WORK_ROLE),
                row -> row.text("search_path"));
        if (found.size() == 2) {
            searchPath = found.get(0);
            requireEffect();
            return;
        }
        var advice = ("The database's user may not make the roles %1$s and %2$s, by which the database separates tenants. As a "
                + "superuser, for each of both: CREATE ROLE <role> NOLOGIN; GRANT <role> TO <user> WITH INHERIT FALSE, SET TRUE; "
                + "docs/operations.md says how with docker-compose. Or set PAINCHAIN_DATABASE_ISOLATION=false.")
                .formatted(VisibleRows.TENANT_ROLE, VisibleRows.WORK_ROLE);
        if (!config.isOpen()) {
            throw new IllegalStateException(advice);
        }
        LOG.warn(advice);
    }

    /** On a connection of its own: the pool's time limits are for requests, and tables may have to be waited for. */
    private void separate() {
        try (var connection = OutsidePool.connect(settings, Map.of("socketTimeout", Integer.toString(PATIENCE_SECONDS)));
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '%ds'".formatted(PATIENCE_SECONDS));
            statement.execute(script());
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** A proxy before the database, for one, may swallow what a connection is told. */
    private void requireEffect() {
        requireEffect(VisibleRows.of(NOBODY));
        requireEffect(VisibleRows.ALL);
    }

    private void requireEffect(VisibleRows rows) {
        var before = scope.enter(rows);
        try {
            var holds = statements.query("""
                    select current_user = ? and bool_and(row_security_active(oid)) as holds from pg_class
                    where relrowsecurity and relkind in ('r', 'p')""", List.of(rows.role()), row -> row.flag("holds")).get(0);
            if (!holds) {
                throw new IllegalStateException(
                        "The database does not keep to the role " + rows.role() + ", so tenants are not separate.");
            }
        } finally {
            scope.leave(before);
        }
    }

    private static String script() {
        try (var sql = TenantIsolation.class.getResourceAsStream("/db/isolation/isolation.sql")) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isOn() {
        return searchPath != null;
    }

    String searchPath(boolean ofTenant) {
        return ofTenant ? "app, " + searchPath : searchPath;
    }
}
