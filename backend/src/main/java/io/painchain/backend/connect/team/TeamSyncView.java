package io.painchain.backend.connect.team;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.backend.connect.team.TeamIntegrationView.SyncStatus;
import io.painchain.backend.task.request.SyncJob;

/** @param requested the newest sync that was asked for */
public record TeamSyncView(@JsonProperty("integration_id") String integrationId,
        @JsonProperty("sync_status") SyncStatus syncStatus, @JsonProperty("last_sync_at") @Nullable Instant lastSyncAt,
        @JsonProperty("sync_error") @Nullable String syncError, SyncJob requested) {
}
