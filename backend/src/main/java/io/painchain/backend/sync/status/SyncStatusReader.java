package io.painchain.backend.sync.status;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.integration.IntegrationAccess;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.IntegrationView;

@Singleton
@Transactional
class SyncStatusReader {

    private final IntegrationAccess integrations;
    private final StatusRepository statuses;
    private final Clock clock;

    SyncStatusReader(IntegrationAccess integrations, StatusRepository statuses, Clock clock) {
        this.integrations = integrations;
        this.statuses = statuses;
        this.clock = clock;
    }

    List<SyncStatusView> list(String tenantId) {
        return views(tenantId, integrations.maskedOfTenant(tenantId, null));
    }

    SyncStatusView get(IntegrationReference integration) {
        return views(integration.tenantId(), List.of(integrations.masked(integration))).get(0);
    }

    private List<SyncStatusView> views(String tenantId, List<IntegrationView> found) {
        var ids = found.stream().map(IntegrationView::id).toList();
        var cycles = statuses.cycles(tenantId, ids);
        var comparisons = statuses.comparisons(tenantId, ids);
        return found.stream().map(one -> SyncStatusMapper.toView(one, cycles.getOrDefault(one.id(), StatusRepository.NONE),
                comparisons.getOrDefault(one.id(), Map.of()), clock.instant())).toList();
    }
}
