package io.painchain.backend.database;

import java.util.function.Function;
import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;

import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Whose rows the database shows on this thread: those of the tenant whose request it is, or all, where connectors or operators
 * ask, or where {@link AllTenants} or {@link #ofAll} says so. It stays the same throughout a transaction.
 */
@Singleton
public class DatabaseScope {

    private final CurrentTenant tenant;
    private final ThreadLocal<VisibleRows> chosen = new ThreadLocal<>();

    DatabaseScope(CurrentTenant tenant) {
        this.tenant = tenant;
    }

    public <T> T of(String tenantId, Supplier<T> work) {
        return choosing(VisibleRows.of(tenantId), work);
    }

    /** Work for several tenants at a time, each of whose statements names them. */
    public <T> T ofAll(Supplier<T> work) {
        return choosing(VisibleRows.ALL, work);
    }

    public void runOfAll(Runnable work) {
        ofAll(() -> {
            work.run();
            return null;
        });
    }

    /** To make and drop tables and indexes, which only their owner may. */
    public <T> T ofOwner(Supplier<T> work) {
        return choosing(VisibleRows.OWNERS, work);
    }

    /** Work that goes on later, on whichever thread. */
    public <T> Supplier<T> kept(Supplier<T> work) {
        var rows = rows();
        return rows == null ? work : () -> choosing(rows, work);
    }

    /** As {@link #kept}, for work on what there is then. */
    public <A, T> Function<A, T> keptFor(Function<A, T> work) {
        var rows = rows();
        return rows == null ? work : input -> choosing(rows, () -> work.apply(input));
    }

    private <T> T choosing(VisibleRows rows, Supplier<T> work) {
        var before = enter(rows);
        try {
            return work.get();
        } finally {
            leave(before);
        }
    }

    /** @return what {@link #leave} is to be given */
    VisibleRows enter(VisibleRows rows) {
        var current = rows();
        if (current != null && !current.equals(rows) && QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("A transaction of " + current + " cannot become one of " + rows
                    + ": its connection keeps to what it was told when it began.");
        }
        var before = chosen.get();
        chosen.set(rows);
        return before;
    }

    void leave(VisibleRows before) {
        if (before == null) {
            chosen.remove();
        } else {
            chosen.set(before);
        }
    }

    /** @return {@code null} where nobody said it */
    VisibleRows rows() {
        var rows = chosen.get();
        if (rows != null) {
            return rows;
        }
        if (!Arc.container().requestContext().isActive()) {
            return null;
        }
        return tenant.isBound() ? VisibleRows.of(tenant.id()) : tenant.isForAll() ? VisibleRows.ALL : null;
    }
}
