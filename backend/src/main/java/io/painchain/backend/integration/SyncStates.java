package io.painchain.backend.integration;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Implemented by the feature that keeps reports, which depends on this package. */
public interface SyncStates {

    Map<UUID, SyncState> states(Set<String> tenantIds, Set<UUID> ids);
}
