package io.painchain.backend.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;

import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.arc.Arc;

/**
 * Whose rows the database shows on this thread: those of the tenant whose request it is, or all. The latter is for what
 * connectors and operators ask, for what runs by itself, and where {@link #ofAll} says so.
 */
@Singleton
public class DatabaseScope {

    /** Of {@link #ofAll}; no tenant is called so. */
    private static final String ALL = "";

    private final CurrentTenant tenant;
    private final ThreadLocal<String> chosen = new ThreadLocal<>();

    DatabaseScope(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    public <T> T of(String tenantId, Supplier<T> work) {
        return choosing(tenantId, work);
    }

    /** Work for several tenants at a time, each of whose statements names them. */
    public <T> T ofAll(Supplier<T> work) {
        return choosing(ALL, work);
    }

    private <T> T choosing(String scope, Supplier<T> work) {
        var before = chosen.get();
        chosen.set(scope);
        try {
            return work.get();
        } finally {
            if (before == null) {
                chosen.remove();
            } else {
                chosen.set(before);
            }
        }
    }

    /** @return {@code null} for all */
    String tenantId() {
        var scope = chosen.get();
        if (scope != null) {
            return scope.equals(ALL) ? null : scope;
        }
        return Arc.container().requestContext().isActive() && tenant.isBound() ? tenant.id() : null;
    }
}
