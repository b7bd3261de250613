package io.painchain.backend.sync;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.event.Event;
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
    private final Event<SyncTurned> turned;

    SyncReports(SyncRepository syncs, CoverageRepository coverage, IntegrationDirectory directory,
            Event<SyncTurned> turned) {
        this.syncs = syncs;
        this.coverage = coverage;
        this.directory = directory;
        this.turned = turned;
    }

    @Transactional
    void take(IntegrationReference integration, SyncReport report) {
        check(report);
        directory.hold(integration);
        if (report.finishedAt() == null) {
            syncs.begin(integration, report);
            return;
        }
        var previous = syncs.lastResult(integration);
        if (!syncs.finish(integration, report)) {
            return;
        }
        tellOfFailure(integration, previous, report);
        if (report.repositories() != null && !report.repositories().isEmpty()) {
            syncs.mergeRepositories(integration, report.repositories(), previous.lastSync());
        }
        if (report.removed() != null && !report.removed().isEmpty()) {
            syncs.removeRepositories(integration, report.removed(), report.finishedAt(), previous.lastSync());
            coverage.remove(integration, report.removed());
        }
        if (report.coverage() != null && !report.coverage().isEmpty()) {
            coverage.write(integration, report.coverage());
        }
    }

    /** Once when it begins and once when it ends. */
    private void tellOfFailure(IntegrationReference integration, SyncRepository.LastResult previous, SyncReport report) {
        boolean failed = report.status() == IntegrationStatus.error;
        if (failed != IntegrationStatus.error.name().equals(previous.status())) {
            turned.fire(new SyncTurned(integration, failed, report.error(), report.finishedAt()));
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
