package io.painchain.backend.integration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import io.painchain.model.integration.IntegrationHook;

/** Implemented by the feature that keeps reports, which depends on this package. */
public interface SyncStates {

    Map<UUID, SyncState> states(Set<String> tenantIds, Set<UUID> ids);

    /** Likewise by the one that compares webhooks with what arrived. */
    interface OfHooks {

        /** Only of integrations that have any. */
        Map<UUID, List<IntegrationHook>> hooks(Set<String> tenantIds, Set<UUID> ids);
    }
}
