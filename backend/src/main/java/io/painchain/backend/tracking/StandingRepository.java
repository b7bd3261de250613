package io.painchain.backend.tracking;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.IntegrationStatus;

/** What connectors reported of repositories, and the webhooks that tell of them. */
@Singleton
class StandingRepository {

    private final Statements statements;

    StandingRepository(Statements statements) {
        this.statements = statements;
    }

    record Standing(String name, String externalId, IntegrationStatus status, Instant lastSync, String lastError,
            Instant removedAt) {
    }

    /** @param repository {@code null} for all */
    record Hook(String id, String repository, boolean active, boolean registered, boolean agreed, int missing,
            Instant lastDeliveryAt) {
    }

    List<Standing> standings(IntegrationReference integration) {
        return statements.query("""
                select name, external_id, status, last_sync, last_error, removed_at from integration_repository
                where tenant_id = ? and integration_id = ? order by name""",
                List.of(integration.tenantId(), integration.id()),
                row -> new Standing(row.text("name"), row.text("external_id"), IntegrationStatus.valueOf(row.text("status")),
                        row.instant("last_sync"), row.text("last_error"), row.instant("removed_at")));
    }

    List<Hook> hooks(IntegrationReference integration) {
        return statements.query("""
                select id, nullif(repository, '') as repository, active, registered_at is not null as registered,
                    coalesce(compared_at = agreed_at, false) as agreed, missing, last_delivery_at
                from webhook_config where tenant_id = ? and integration_id = ? order by id""",
                List.of(integration.tenantId(), integration.id()), StandingRepository::hook);
    }

    private static Hook hook(Row row) {
        return new Hook(row.id("id").toString(), row.text("repository"), row.flag("active"), row.flag("registered"),
                row.flag("agreed"), (int) row.number("missing"), row.instant("last_delivery_at"));
    }
}
