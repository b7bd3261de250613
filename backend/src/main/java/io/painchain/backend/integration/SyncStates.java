package io.painchain.backend.integration;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What an integration's view shows of its syncs. The feature that keeps reports answers it, and depends on this one. */
public interface SyncStates {

    /** Of all named integrations that a connector ever reported on, or of which something was set aside. */
    Map<UUID, SyncState> states(Set<String> tenantIds, Set<UUID> ids);
}
