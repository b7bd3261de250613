package io.painchain.backend.integration;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.connector.WorkerRepository;
import io.painchain.backend.integration.secret.SecretVault;
import io.painchain.backend.operator.SuspendedTenants;
import io.painchain.backend.paging.Page;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.integration.IntegrationView;

@Singleton
class IntegrationReader {

    private final IntegrationRepository integrations;
    private final SyncStates syncs;
    private final SyncStates.OfHooks hooks;
    private final SecretVault vault;
    private final SuspendedTenants suspended;
    private final CurrentTenant tenant;
    private final Clock clock;

    IntegrationReader(IntegrationRepository integrations, SyncStates syncs, SyncStates.OfHooks hooks, SecretVault vault,
            SuspendedTenants suspended, CurrentTenant tenant, Clock clock) {
        this.integrations = integrations;
        this.syncs = syncs;
        this.hooks = hooks;
        this.vault = vault;
        this.suspended = suspended;
        this.tenant = tenant;
        this.clock = clock;
    }

    @Transactional
    IntegrationView masked(IntegrationReference integration) {
        return views(List.of(get(integration)), false).get(0);
    }

    @Transactional
    IntegrationView inClear(IntegrationReference integration) {
        return views(List.of(get(integration)), true).get(0);
    }

    List<IntegrationView> masked(List<Integration> found) {
        return views(found, false);
    }

    @Transactional
    Page<IntegrationView> masked(IntegrationQuery query) {
        return page(integrations.page(tenant.id(), query, query.limit() + 1), query, false);
    }

    /** Of all tenants unless the request names one; for connectors only. */
    @Transactional
    Page<IntegrationView> inClear(IntegrationQuery query) {
        var found = tenant.isNamed() ? integrations.page(tenant.id(), query, query.limit() + 1)
                : integrations.pageOfAllTenants(query, query.limit() + 1);
        return page(found, query, true);
    }

    /** A worker's share. */
    @Transactional
    Page<IntegrationView> inClear(IntegrationQuery query, String worker) {
        var found = integrations.pageOfWorker(query, worker, clock.instant().minus(WorkerRepository.LIVE), query.limit() + 1);
        return page(found, query, true);
    }

    private Integration get(IntegrationReference reference) {
        return integrations.ofTenant(reference.tenantId(), reference.id())
                .orElseThrow(() -> IntegrationDirectory.notFound(reference.id().toString()));
    }

    private Page<IntegrationView> page(List<Integration> found, IntegrationQuery query, boolean inClear) {
        boolean hasMore = found.size() > query.limit();
        var page = hasMore ? found.subList(0, query.limit()) : found;
        var shown = inClear ? page.stream().filter(one -> !suspended.contains(one.tenantId)).toList() : page;
        return new Page<>(views(shown, inClear),
                hasMore ? Optional.of(page.get(page.size() - 1).id.toString()) : Optional.empty());
    }

    private List<IntegrationView> views(List<Integration> found, boolean inClear) {
        var tenants = found.stream().map(integration -> integration.tenantId).collect(Collectors.toSet());
        var ids = found.stream().map(integration -> integration.id).collect(Collectors.toSet());
        var states = syncs.states(tenants, ids);
        var webhooks = hooks.hooks(tenants, ids);
        return found.stream().map(integration -> IntegrationViewMapper.toView(integration,
                inClear ? integration.openSecrets(vault).clear() : integration.config, states.get(integration.id),
                webhooks.getOrDefault(integration.id, List.of()), clock.instant()))
                .toList();
    }
}
