package io.painchain.github.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.github.auth.TokenWarning;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.SyncReport;
import io.painchain.model.validation.Limits;

/** Tells the backend, and the log, how the cycles of an integration went. */
final class SyncReporting {

    private static final Logger LOG = Logger.getLogger(SyncReporting.class);
    private static final int FEW = 50;
    private static final Duration SPARSE_COVERAGE = Duration.ofMinutes(4);

    private final IntegrationView integration;
    private final IntegrationConfig config;
    private final ConnectorContext context;
    private Instant lastReportAt;

    SyncReporting(IntegrationView integration, IntegrationConfig config, ConnectorContext context) {
        this.integration = integration;
        this.config = config;
        this.context = context;
    }

    /** Where only some are read at a time, one report an interval is enough, unless something changed. */
    synchronized boolean isDue(Instant begun, Collection<RepositoryTask> all, boolean awaited) {
        boolean due = lastReportAt == null || !begun.isBefore(lastReportAt.plus(config.pollInterval()));
        if (due || awaited || all.stream().anyMatch(RepositoryTask::changed)) {
            lastReportAt = begun;
            return true;
        }
        return false;
    }

    /**
     * @param trouble what stands in the way of all repositories, {@code null}: nothing
     * @param late whether repositories wait longer than their interval
     * @throws io.painchain.connector.backend.BackendException where the backend did not take it; the next report tells the same
     */
    void report(Instant begun, Collection<RepositoryTask> all, String trouble, boolean late) {
        Map<RepositoryTask, RepositoryReport> changed = new HashMap<>();
        all.stream().filter(RepositoryTask::changed).forEach(task -> changed.put(task, task.report()));
        List<Coverage> coverage = coverage(all);
        SyncReport report = CycleReport.with(new CycleReport(integration, config, trouble, late, warnings()).of(begun,
                context.clock().instant(), all, changed, context.budget(config).quotas()), coverage);
        context.backend().report(integration.id(), report);
        changed.forEach(RepositoryTask::told);
        Map<String, List<Coverage>> told = coverage.stream().collect(Collectors.groupingBy(Coverage::repository));
        all.forEach(task -> task.sync().reported(told.getOrDefault(task.name().toString(), List.of())));
        changed.forEach(this::log);
        context.syncs().covered(integration.id(), coverage);
        context.syncs().keepOnly(integration.id(), all.stream().map(task -> task.name().toString()).toList());
        context.tracking().track(integration.id(), ConnectorContext.budgetKey(config), config.credentials().hash(),
                context.budget(config).quotas());
        LOG.debugf("Tenant %s, integration %s: cycle of %d repositories, %s", integration.tenantId(), integration.id(),
                all.size(), report.status());
    }

    private void log(RepositoryTask task, RepositoryReport fared) {
        if (fared.error() != null) {
            LOG.logf(fared.status() == IntegrationStatus.error ? Level.ERROR : Level.WARN, "Tenant %s, integration %s, %s: %s",
                    integration.tenantId(), integration.id(), task.name(), fared.error());
        }
    }

    private List<String> warnings() {
        return TokenWarning.of(context.tokens().of(config.api(), config.credentials()), context.clock().instant());
    }

    /** Of many repositories not every look is worth a line, only one that is some minutes after the last. */
    private static List<Coverage> coverage(Collection<RepositoryTask> all) {
        Duration step = all.size() > FEW ? SPARSE_COVERAGE : Duration.ZERO;
        return all.stream().filter(task -> !task.underWay()).flatMap(task -> task.sync().coverage(step).stream())
                .limit(Limits.COVERAGE).toList();
    }
}
