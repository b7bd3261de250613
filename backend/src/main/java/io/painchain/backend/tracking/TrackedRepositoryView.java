package io.painchain.backend.tracking;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

import io.painchain.model.integration.IntegrationStatus;

/**
 * A repository that an integration follows, or followed.
 *
 * @param externalId the provider's own, which survives renames; {@code null} until it was read
 * @param active whether it is followed; of others the events stay
 * @param stoppedAt since when it is followed no more
 * @param webhook the one that tells of it, or {@code null}
 */
@Schema(name = "TrackedRepository")
public record TrackedRepositoryView(String name, @Nullable String externalId, boolean active, IntegrationStatus status,
        @Nullable Instant lastSync, @Nullable String lastError, @Nullable Instant stoppedAt, @Nullable Webhook webhook) {

    /**
     * @param id of its configuration
     * @param forAll whether it is the one of the whole integration
     * @param missing deliveries that had not arrived when they were last compared
     */
    @Schema(name = "TrackedWebhook")
    public record Webhook(String id, boolean forAll, State state, @Nullable Instant lastDeliveryAt, int missing) {
    }

    @Schema(name = "TrackedWebhookState")
    public enum State {
        /** Configured here; whether it is at the provider nobody asked. */
        configured,
        /** Made at the provider. */
        registered,
        /** Made, and all that it delivered has arrived. */
        agreed,
        /** What it delivered has not all arrived. */
        missing,
        /** Deliveries are refused. */
        inactive
    }
}
