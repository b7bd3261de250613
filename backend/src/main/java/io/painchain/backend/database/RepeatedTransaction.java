package io.painchain.backend.database;

import java.util.function.Supplier;

import jakarta.inject.Singleton;

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
        return scope.of(tenantId, () -> call(work));
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
