package io.painchain.backend.sync;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.coverage.CoverageFaults;
import io.painchain.backend.coverage.CoverageRepository;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.SyncReport;
import io.painchain.model.validation.FieldError;

/** Reports one after the other; an older one never overwrites a newer. */
@Singleton
class SyncReports {

    private final SyncRepository syncs;
    private final CoverageRepository coverage;
    private final IntegrationDirectory directory;

    SyncReports(SyncRepository syncs, CoverageRepository coverage, IntegrationDirectory directory) {
        this.syncs = syncs;
        this.coverage = coverage;
        this.directory = directory;
    }

    @Transactional
    void take(IntegrationReference integration, SyncReport report) {
        check(report);
        directory.hold(integration);
        if (report.finishedAt() == null) {
            syncs.begin(integration, report);
            return;
        }
        var previousSync = syncs.lastSync(integration);
        if (!syncs.finish(integration, report)) {
            return;
        }
        if (report.repositories() != null && !report.repositories().isEmpty()) {
            syncs.mergeRepositories(integration, report.repositories(), previousSync);
        }
        if (report.removed() != null && !report.removed().isEmpty()) {
            syncs.removeRepositories(integration, report.removed());
            coverage.remove(integration, report.removed());
        }
        if (report.coverage() != null && !report.coverage().isEmpty()) {
            coverage.write(integration, report.coverage());
        }
    }

    private static void check(SyncReport report) {
        var errors = new ArrayList<FieldError>();
        if (report.finishedAt() != null && report.finishedAt().isBefore(report.startedAt())) {
            errors.add(new FieldError("/finishedAt", "must not be before startedAt"));
        }
        if (report.status() == IntegrationStatus.disabled) {
            errors.add(new FieldError("/status", "must be pending, ok, degraded or error; disabled is the user's word"));
        }
        errors.addAll(CoverageFaults.of(report.coverage()));
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(List.copyOf(errors));
        }
    }
}
