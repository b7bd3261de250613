package io.painchain.backend.sync.status;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;
import io.painchain.model.integration.Coverage;

/** How cycles went, and when repositories were last compared with the provider. */
@Singleton
class StatusRepository {

    static final Cycles NONE = new Cycles(0, 0);

    private final Statements statements;

    StatusRepository(Statements statements) {
        this.statements = statements;
    }

    record Cycles(long all, long failed) {
    }

    private record Counted(UUID integrationId, Cycles cycles) {
    }

    private record Compared(UUID integrationId, String repository, Instant at) {
    }

    Map<String, Cycles> cycles(String tenantId, Collection<String> integrations) {
        return statements.query("""
                select integration_id, cycles, failed_cycles from integration_sync
                where tenant_id = ? and integration_id = any(cast(? as uuid[]))""",
                List.of(tenantId, integrations.toArray(String[]::new)),
                row -> new Counted(row.id("integration_id"), new Cycles(row.number("cycles"), row.number("failed_cycles"))))
                .stream().collect(Collectors.toMap(one -> one.integrationId().toString(), Counted::cycles));
    }

    /** By integration and repository. */
    Map<String, Map<String, Instant>> comparisons(String tenantId, Collection<String> integrations) {
        return statements.query("""
                select integration_id, repository, verified_at from coverage
                where tenant_id = ? and integration_id = any(cast(? as uuid[])) and source = ?""",
                List.of(tenantId, integrations.toArray(String[]::new), Coverage.SWEEP),
                row -> new Compared(row.id("integration_id"), row.text("repository"), row.instant("verified_at")))
                .stream().collect(Collectors.groupingBy(one -> one.integrationId().toString(),
                        Collectors.toMap(Compared::repository, Compared::at)));
    }
}
