package io.painchain.backend.sync.status;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * How syncing an integration stands.
 *
 * @param reason why it is not complete, in a sentence; {@code null} where there is nothing to say
 * @param repositories that are followed
 * @param failing of them, those with an error
 * @param cycles that were reported to the end
 * @param failedCycles of them, those in which nothing could be read
 * @param verification {@code null} until the first, and for connectors that compare nothing
 */
@Schema(name = "IntegrationSyncStatus")
public record SyncStatusView(String integrationId, String name, String type, State status, @Nullable String reason,
        @Nullable Instant lastSync, int repositories, int failing, long cycles, long failedCycles,
        @Nullable Verification verification) {

    @Schema(name = "SyncStatusState")
    public enum State {
        /** Never read. */
        pending,
        /** A cycle is under way. */
        syncing,
        /** All is read. */
        complete,
        /** Something is not read, or nobody says so any more. */
        error,
        /** By a user. */
        disabled
    }

    /**
     * The comparison of the last 30 days with the provider, which repairs what polling missed: hourly, with many repositories
     * or
     * while webhooks are relied on up to once a day.
     *
     * @param verified repositories that were compared within the last day
     * @param oldest when the one that waits longest was compared; {@code null}: one never was
     */
    @Schema(name = "SyncVerification")
    public record Verification(int verified, @Nullable Instant oldest) {
    }
}
