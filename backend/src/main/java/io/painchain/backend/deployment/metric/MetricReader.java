package io.painchain.backend.deployment.metric;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.coverage.CoverageReader;
import io.painchain.backend.coverage.CoverageWindow;
import io.painchain.backend.deployment.metric.DeliveryView.DeliveryCoverage;
import io.painchain.backend.deployment.metric.DeliveryView.ProjectCoverage;
import io.painchain.backend.deployment.metric.DeliveryView.Week;
import io.painchain.backend.problem.ProblemType;

@Singleton
class MetricReader {

    private final MetricRepository repository;
    private final CoverageReader coverage;

    MetricReader(MetricRepository repository, CoverageReader coverage) {
        this.repository = repository;
        this.coverage = coverage;
    }

    DeliveryView read(String tenantId, DeliveryQuery query) {
        var found = repository.deployments(tenantId, query);
        if (found.size() == MetricRepository.MOST) {
            throw ProblemType.invalid("from", "must be later: the window has more than %d deployments"
                    .formatted(MetricRepository.MOST));
        }
        Map<Instant, List<DoneDeployment>> byWeek = found.stream()
                .collect(Collectors.groupingBy(deployment -> DeliveryQuery.weekOf(deployment.at())));
        var weeks = query.weeks().stream()
                .map(week -> new Week(week, FigureMapper.toFigures(byWeek.getOrDefault(week, List.of()), query.now())))
                .toList();
        var environments = new TreeSet<String>();
        found.stream().filter(DoneDeployment::production).forEach(deployment -> environments.add(deployment.environment()));
        return new DeliveryView(query.service(), query.environment(), query.from(), query.to(), "week",
                List.copyOf(environments), coverage(tenantId, query, found), FigureMapper.toFigures(found, query.now()), weeks);
    }

    List<ServiceEntry> services(String tenantId) {
        return repository.services(tenantId);
    }

    private DeliveryCoverage coverage(String tenantId, DeliveryQuery query, List<DoneDeployment> found) {
        var projects = new TreeSet<String>();
        found.forEach(deployment -> projects.add(deployment.project()));
        if (projects.isEmpty()) {
            return new DeliveryCoverage("unknown", "unknown: no deployment of this service is known in this window", List.of());
        }
        var view = coverage.ofRepositories(tenantId, projects, new CoverageWindow(query.from(), query.to(), query.now()));
        return new DeliveryCoverage(view.verdict().name(), view.sentence(), view.repositories().stream()
                .map(one -> new ProjectCoverage(one.name(), one.verdict().name(), one.sentence())).toList());
    }
}
