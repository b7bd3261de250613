package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.limit.Quota;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.RateLimit;
import io.painchain.model.integration.RepositoryStatus;
import io.painchain.model.integration.SyncReport;

public record CycleReport(IntegrationView integration, UnsoundNames unsound, Duration pollInterval, String trouble,
        boolean late, List<String> warnings) {

    /** Configured names that cannot be repositories; {@code form} shows how to write one. */
    public record UnsoundNames(List<String> names, String form) {
    }

    private static final int SENTENCES = 3;

    public SyncReport of(Instant begun, Instant finished, Collection<RepositoryTask> all,
            Map<RepositoryTask, RepositoryReport> changed, List<Quota> quotas) {
        List<SyncReport.Repository> repositories = new ArrayList<>();
        changed.forEach((task, report) -> repositories
                .add(new SyncReport.Repository(task.name(), report.status(), report.error(), task.sync().externalId())));
        unsound.names().forEach(name -> repositories.add(new SyncReport.Repository(name, IntegrationStatus.error,
                "Not a repository's name: write " + unsound.form())));
        IntegrationStatus status = status(all);
        return new SyncReport(begun, finished, status, sentence(all, status), repositories, removed(all), rateLimit(quotas),
                null, warnings.isEmpty() ? null : warnings);
    }

    static SyncReport with(SyncReport report, List<Coverage> coverage) {
        return new SyncReport(report.startedAt(), report.finishedAt(), report.status(), report.error(), report.repositories(),
                report.removed(), report.rateLimit(), coverage.isEmpty() ? null : coverage, report.warnings());
    }

    private IntegrationStatus status(Collection<RepositoryTask> all) {
        Map<IntegrationStatus, Long> counts = all.stream()
                .collect(Collectors.groupingBy(task -> task.report().status(), Collectors.counting()));
        long fine = counts.getOrDefault(IntegrationStatus.ok, 0L);
        long half = counts.getOrDefault(IntegrationStatus.degraded, 0L);
        long failed = counts.getOrDefault(IntegrationStatus.error, 0L) + unsound.names().size();
        if (fine + half == 0 && (failed > 0 || trouble != null || all.isEmpty())) {
            return IntegrationStatus.error;
        }
        if (half + failed > 0 || trouble != null) {
            return IntegrationStatus.degraded;
        }
        return fine == 0 ? IntegrationStatus.pending : IntegrationStatus.ok;
    }

    private String sentence(Collection<RepositoryTask> all, IntegrationStatus status) {
        if (trouble != null) {
            return trouble;
        }
        if (status == IntegrationStatus.ok || status == IntegrationStatus.pending) {
            return late ? "Reading " + all.size() + " repositories takes longer than the interval of "
                    + pollInterval.toSeconds() + " s; raise pollInterval or spread them over several tokens" : null;
        }
        if (all.isEmpty() && unsound.names().isEmpty()) {
            return "This token sees no repository";
        }
        List<String> sentences = new ArrayList<>();
        unsound.names().forEach(name -> sentences.add(name + ": not a repository's name: write " + unsound.form()));
        all.stream().filter(task -> task.report().error() != null).forEach(task -> sentences.add(named(task)));
        String first = sentences.stream().distinct().limit(SENTENCES).collect(Collectors.joining("; "));
        String whole = sentences.size() > SENTENCES ? first + "; and " + (sentences.size() - SENTENCES) + " more" : first;
        return whole.length() > 2_000 ? whole.substring(0, 1_999) + "…" : whole;
    }

    private static String named(RepositoryTask task) {
        RepositoryReport report = task.report();
        boolean clear = report.general() || report.error().contains(task.name());
        return clear ? report.error() : task.name() + ": " + report.error();
    }

    private List<String> removed(Collection<RepositoryTask> all) {
        Set<String> polled = all.stream().map(task -> task.name()).collect(Collectors.toSet());
        polled.addAll(unsound.names());
        List<RepositoryStatus> known = integration.repositories() == null ? List.of() : integration.repositories();
        List<String> gone = known.stream().map(RepositoryStatus::name).filter(name -> !polled.contains(name)).toList();
        return gone.isEmpty() || all.isEmpty() ? null : gone;
    }

    private static Map<String, RateLimit> rateLimit(List<Quota> quotas) {
        Map<String, RateLimit> limits = new LinkedHashMap<>();
        quotas.forEach(quota -> limits.put(quota.resource(),
                new RateLimit(quota.limit(), quota.remaining(), quota.used(), quota.resetAt())));
        return limits.isEmpty() ? null : limits;
    }
}
