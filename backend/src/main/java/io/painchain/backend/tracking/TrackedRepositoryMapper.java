package io.painchain.backend.tracking;

import java.time.Instant;
import java.util.List;

import io.painchain.backend.tracking.StandingRepository.Hook;
import io.painchain.backend.tracking.StandingRepository.Standing;
import io.painchain.backend.tracking.TrackedRepositoryView.State;
import io.painchain.backend.tracking.TrackedRepositoryView.Webhook;
import io.painchain.model.integration.IntegrationStatus;

final class TrackedRepositoryMapper {

    private TrackedRepositoryMapper() {
    }

    /** Chosen, and not read yet. */
    static TrackedRepositoryView unread(String name, List<Hook> hooks) {
        return new TrackedRepositoryView(name, null, true, IntegrationStatus.pending, null, null, null, webhook(name, hooks));
    }

    /** @param lastSync the integration's, which counts for what can be read */
    static TrackedRepositoryView toView(Standing standing, boolean active, Instant lastSync, List<Hook> hooks) {
        boolean isRead = active && standing.removedAt() == null
                && (standing.status() == IntegrationStatus.ok || standing.status() == IntegrationStatus.degraded);
        return new TrackedRepositoryView(standing.name(), standing.externalId(), active,
                active ? standing.status() : IntegrationStatus.disabled, isRead ? lastSync : standing.lastSync(),
                active ? standing.lastError() : null, active ? null : standing.removedAt(),
                active ? webhook(standing.name(), hooks) : null);
    }

    /** Its own before the one for all. */
    private static Webhook webhook(String name, List<Hook> hooks) {
        return hooks.stream().filter(hook -> name.equalsIgnoreCase(hook.repository())).findFirst()
                .or(() -> hooks.stream().filter(hook -> hook.repository() == null).findFirst())
                .map(hook -> new Webhook(hook.id(), hook.repository() == null, state(hook), hook.lastDeliveryAt(),
                        hook.missing()))
                .orElse(null);
    }

    private static State state(Hook hook) {
        if (!hook.active()) {
            return State.inactive;
        }
        if (!hook.registered()) {
            return State.configured;
        }
        if (hook.missing() > 0) {
            return State.missing;
        }
        return hook.agreed() ? State.agreed : State.registered;
    }
}
