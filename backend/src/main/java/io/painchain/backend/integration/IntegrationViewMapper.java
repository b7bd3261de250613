package io.painchain.backend.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.JsonDocuments;
import io.painchain.model.integration.IntegrationHook;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RepositoryStatus;

public final class IntegrationViewMapper {

    /** Assumed where the integration names no interval. */
    private static final long DEFAULT_INTERVAL_SECONDS = 60;
    private static final Duration STALE_AT_THE_EARLIEST = Duration.ofMinutes(5);
    private static final int STALE_AFTER_INTERVALS = 3;

    private IntegrationViewMapper() {
    }

    static IntegrationView toView(Integration integration, JsonNode config, SyncState sync, List<IntegrationHook> webhooks,
            Instant now) {
        boolean isStale = isStale(integration, sync, now);
        return new IntegrationView(
                integration.id.toString(),
                CurrentTenant.onTheWire(integration.tenantId),
                integration.type,
                integration.name,
                document(config),
                integration.tags,
                integration.enabled,
                integration.version,
                integration.createdAt,
                integration.updatedAt,
                integration.enabled ? sync.status() : IntegrationStatus.disabled,
                isStale,
                isSyncing(integration, sync, isStale),
                sync.lastSync(),
                sync.lastError(),
                sync.rejected(),
                sync.repositories().stream().map(repository -> repository(repository, sync)).toList(),
                sync.rateLimit(),
                sync.warnings(),
                webhooks);
    }

    /** Only changes are reported: an {@code ok} repository was read in the integration's last cycle. */
    private static RepositoryStatus repository(SyncState.Repository repository, SyncState sync) {
        boolean isRead = repository.status() == IntegrationStatus.ok || repository.status() == IntegrationStatus.degraded;
        return new RepositoryStatus(repository.name(), repository.status(), isRead ? sync.lastSync() : repository.lastSync(),
                repository.lastError());
    }

    private static boolean isStale(Integration integration, SyncState sync, Instant now) {
        if (!integration.enabled) {
            return false;
        }
        boolean isReportedSince = sync.reportedAt() != null && sync.reportedAt().isAfter(integration.enabledAt);
        var lastReport = isReportedSince ? sync.reportedAt() : integration.enabledAt;
        return lastReport.plus(staleAfter(integration.config)).isBefore(now);
    }

    static Duration staleAfter(JsonNode config) {
        var interval = config.path("pollInterval");
        long seconds = interval.isNumber() && interval.longValue() > 0 ? interval.longValue() : DEFAULT_INTERVAL_SECONDS;
        var staleAfter = Duration.ofSeconds(Math.multiplyExact(Math.min(seconds, Integer.MAX_VALUE), STALE_AFTER_INTERVALS));
        return staleAfter.compareTo(STALE_AT_THE_EARLIEST) > 0 ? staleAfter : STALE_AT_THE_EARLIEST;
    }

    private static boolean isSyncing(Integration integration, SyncState sync, boolean isStale) {
        return integration.enabled && !isStale && sync.reportedAt() != null && sync.finishedAt() == null;
    }

    private static Map<String, Object> document(JsonNode config) {
        @SuppressWarnings("unchecked")
        var document = (Map<String, Object>) JsonDocuments.toJava(config);
        return document;
    }
}
