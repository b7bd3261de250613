package io.painchain.backend.sync.status;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import io.painchain.backend.sync.status.StatusRepository.Cycles;
import io.painchain.backend.sync.status.SyncStatusView.State;
import io.painchain.backend.sync.status.SyncStatusView.Verification;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;

final class SyncStatusMapper {

    private static final String SILENT = "No word from its connector for three intervals: it is down, or cannot reach the backend.";
    /** A day, and time for the comparison itself. */
    private static final Duration VERIFIED = Duration.ofHours(26);

    private SyncStatusMapper() {
    }

    /** @param comparisons when each repository was last compared, by name */
    static SyncStatusView toView(IntegrationView integration, Cycles cycles, Map<String, Instant> comparisons, Instant now) {
        int failing = (int) integration.repositories().stream().filter(one -> one.lastError() != null).count();
        var state = state(integration);
        return new SyncStatusView(integration.id(), integration.name(), integration.type(), state,
                state == State.complete || state == State.disabled ? null : reason(integration, failing),
                integration.lastSync(),
                integration.repositories().size(), failing, cycles.all(), cycles.failed(),
                comparisons.isEmpty() ? null : verification(integration, comparisons, now));
    }

    private static State state(IntegrationView integration) {
        if (!integration.enabled() || integration.status() == IntegrationStatus.disabled) {
            return State.disabled;
        }
        if (integration.syncing()) {
            return State.syncing;
        }
        if (integration.status() == IntegrationStatus.pending) {
            return State.pending;
        }
        return integration.status() == IntegrationStatus.ok && !integration.stale() ? State.complete : State.error;
    }

    private static String reason(IntegrationView integration, int failing) {
        if (integration.lastError() != null) {
            return integration.lastError();
        }
        if (integration.stale()) {
            return SILENT;
        }
        return integration.status() == IntegrationStatus.degraded
                ? "%d of %d cannot be read".formatted(failing, integration.repositories().size())
                : null;
    }

    private static Verification verification(IntegrationView integration, Map<String, Instant> comparisons, Instant now) {
        var all = integration.repositories().stream().map(one -> comparisons.get(one.name())).toList();
        int verified = (int) all.stream().filter(Objects::nonNull).filter(at -> at.isAfter(now.minus(VERIFIED))).count();
        return new Verification(verified, all.contains(null) ? null : all.stream().min(Instant::compareTo).orElse(null));
    }
}
