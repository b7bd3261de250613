package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.SyncReport;
import io.painchain.model.validation.Limits;

final class SyncReporting {

    private static final Logger LOG = Logger.getLogger(SyncReporting.class);
    private static final int FEW = 50;
    private static final Duration SPARSE_COVERAGE = Duration.ofMinutes(4);

    private final IntegrationView integration;
    private final SyncedIntegration synced;
    private final PollingContext context;
    private Instant lastReportAt;

    SyncReporting(IntegrationView integration, SyncedIntegration synced, PollingContext context) {
        this.integration = integration;
        this.synced = synced;
        this.context = context;
    }

    /** Where a cycle reads only some, one report per interval is enough, unless something changed. */
    synchronized boolean isDue(Instant begun, Collection<RepositoryTask> all, boolean awaited) {
        boolean due = lastReportAt == null || !begun.isBefore(lastReportAt.plus(synced.pollInterval()));
        if (due || awaited || all.stream().anyMatch(RepositoryTask::changed)) {
            lastReportAt = begun;
            return true;
        }
        return false;
    }

    /** @param late whether repositories wait beyond their interval; {@code trouble} affects all */
    void report(Instant begun, Collection<RepositoryTask> all, String trouble, boolean late) {
        Map<RepositoryTask, RepositoryReport> changed = new HashMap<>();
        all.stream().filter(RepositoryTask::changed).forEach(task -> changed.put(task, task.report()));
        List<Coverage> coverage = coverage(all);
        SyncReport report = CycleReport
                .with(new CycleReport(integration, synced.unsound(), synced.pollInterval(), trouble, late,
                        synced.warnings()).of(begun, context.clock().instant(), all, changed, synced.quotas()), coverage);
        context.backend().report(integration.id(), report);
        changed.forEach(RepositoryTask::reported);
        Map<String, List<Coverage>> lines = coverage.stream().collect(Collectors.groupingBy(Coverage::repository));
        all.forEach(task -> task.sync().reported(lines.getOrDefault(task.name(), List.of())));
        changed.forEach(this::log);
        context.syncs().covered(integration.id(), coverage);
        context.syncs().keepOnly(integration.id(), all.stream().map(RepositoryTask::name).toList());
        context.tracking().track(integration.id(), synced.token(), synced.tokenHash(), synced.quotas());
        LOG.debugf("Tenant %s, integration %s: cycle of %d repositories, %s", integration.tenantId(), integration.id(),
                all.size(), report.status());
    }

    private void log(RepositoryTask task, RepositoryReport fared) {
        if (fared.error() != null) {
            LOG.logf(fared.status() == IntegrationStatus.error ? Level.ERROR : Level.WARN, "Tenant %s, integration %s, %s: %s",
                    integration.tenantId(), integration.id(), task.name(), fared.error());
        }
    }

    /** Of many repositories, a line is reported only some minutes after the last one. */
    private static List<Coverage> coverage(Collection<RepositoryTask> all) {
        Duration step = all.size() > FEW ? SPARSE_COVERAGE : Duration.ZERO;
        return all.stream().filter(task -> !task.underWay()).flatMap(task -> task.sync().coverage(step).stream())
                .limit(Limits.COVERAGE).toList();
    }
}
