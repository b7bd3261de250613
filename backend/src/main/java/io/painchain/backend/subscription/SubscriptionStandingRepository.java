package io.painchain.backend.subscription;

import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

/** Where a subscription begins, and that it begins anew. */
@Singleton
class SubscriptionStandingRepository {

    private final Statements statements;

    SubscriptionStandingRepository(Statements statements) {
        this.statements = statements;
    }

    /** What changes from now on is sent. */
    void begin(String tenantId, UUID id) {
        statements.update("""
                insert into subscription_position (tenant_id, subscription_id, transaction, event_id)
                values (?, ?, pg_snapshot_xmin(pg_current_snapshot()), ?)""", List.of(tenantId, id, new UUID(0, 0)));
    }

    /** So that the next failure is the first. */
    void forgetFailures(String tenantId, UUID id) {
        statements.update("""
                update subscription set fails = 0, failing_since = null, not_before = null
                where tenant_id = ? and id = ?""", List.of(tenantId, id));
    }
}
