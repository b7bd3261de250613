package io.painchain.backend.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;
import jakarta.transaction.Status;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Repeats a transaction that the database rolled back because of concurrent ones. */
@Singleton
public class RepeatedTransaction {

    private static final int MOST_ATTEMPTS = 10;

    private final DatabaseScope scope;

    RepeatedTransaction(DatabaseScope scope) {
        this.scope = scope;
    }

    /** Within which the database shows this tenant's rows only. */
    public <T> T callFor(String tenantId, Supplier<T> work) {
        return apart(() -> scope.of(tenantId, () -> call(work)));
    }

    /** Within which the database shows all tenants' rows. */
    public <T> T callForAll(Supplier<T> work) {
        return apart(() -> scope.ofAll(() -> call(work)));
    }

    /** Within which tables and indexes are made and dropped. */
    public <T> T callAsOwner(Supplier<T> work) {
        return apart(() -> scope.ofOwner(() -> call(work)));
    }

    /** The caller's own transaction, where there is one, keeps its scope. */
    private static <T> T apart(Supplier<T> work) {
        return QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION
                ? QuarkusTransaction.suspendingExisting().call(work::get)
                : work.get();
    }

    /** @param work does the same whenever it is called */
    public <T> T call(Supplier<T> work) {
        for (int attempt = 1;; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(work::get);
            } catch (RuntimeException e) {
                if (attempt == MOST_ATTEMPTS || !DatabaseFailures.isRepeatable(e)) {
                    throw e;
                }
            }
        }
    }
}
