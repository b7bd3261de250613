package io.painchain.backend.connect.team;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An integration and what was granted for it.
 *
 * @param provider the connector type
 * @param connected whether it was connected by agreeing at the provider; what follows is {@code null} where not
 * @param organizationSlug whose grant it is, as the provider shows it
 */
public record TeamIntegrationView(
        @JsonProperty("integration_id") String integrationId,
        String provider,
        String name,
        boolean connected,
        @JsonProperty("organization_slug") @Nullable String organizationSlug,
        @JsonProperty("organization_id") @Nullable String organizationId,
        List<String> scopes,
        @JsonProperty("token_expires_at") @Nullable Instant tokenExpiresAt,
        @JsonProperty("connected_at") @Nullable Instant connectedAt,
        @JsonProperty("connected_by") @Nullable String connectedBy,
        @JsonProperty("last_sync_at") @Nullable Instant lastSyncAt,
        @JsonProperty("sync_status") SyncStatus syncStatus,
        @JsonProperty("sync_error") @Nullable String syncError) {

    /** How reading it goes. */
    public enum SyncStatus {
        pending,
        syncing,
        complete,
        error
    }
}
