package io.painchain.backend.deployment;

import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.database.Statements;

/** Up to where a tenant's changes were followed, as it is stored. */
@Singleton
public class StoredPosition {

    private final Statements statements;
    private final RepeatedTransaction transaction;

    StoredPosition(Statements statements, RepeatedTransaction transaction) {
        this.statements = statements;
        this.transaction = transaction;
    }

    /** As if types of events had said something else until now, so that all is made again. */
    public void ofOtherMeanings(String tenantId) {
        int positions = transaction.call(() -> statements
                .update("update deployment_position set meanings = 'others' where tenant_id = ?", List.of(tenantId)));
        if (positions != 1) {
            throw new AssertionError(tenantId + " has " + positions + " positions");
        }
    }
}
