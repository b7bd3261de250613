package io.painchain.backend.integration;

import java.util.List;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** What goes at once with a deleted integration: all but its name and its events. */
@Singleton
class BelongingsRepository {

    private static final List<String> REMOVALS = List.of(
            "delete from integration_repository where tenant_id = :tenant and integration_id = :integration",
            "delete from integration_sync where tenant_id = :tenant and integration_id = :integration",
            "delete from rate_limit where tenant_id = :tenant and integration_id = :integration",
            "delete from rate_limit_history where tenant_id = :tenant and integration_id = :integration",
            "delete from coverage where tenant_id = :tenant and integration_id = :integration",
            "delete from checkpoint where tenant_id = :tenant and integration_id = :integration",
            """
                    update task
                    set state = case when finished_at is null then 'cancelled' else state end, input = null, resume = null,
                        error = case when finished_at is null then 'Its integration was deleted.' else error end, output = null, lease_until = null, finished_at = coalesce(finished_at, now())
                    where tenant_id = :tenant and integration_id = :integration""",
            "delete from rejected_draft where tenant_id = :tenant and integration_id = :integration");

    private final EntityManager entities;

    BelongingsRepository(EntityManager entities) {
        this.entities = entities;
    }

    void removeAll(IntegrationReference integration) {
        REMOVALS.forEach(removal -> entities.createNativeQuery(removal)
                .setParameter("tenant", integration.tenantId())
                .setParameter("integration", integration.id())
                .executeUpdate());
    }
}
