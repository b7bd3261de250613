package io.painchain.backend.deployment.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.painchain.backend.deployment.metric.DeliveryView.Count;
import io.painchain.backend.deployment.metric.DeliveryView.DeliveryFigures;
import io.painchain.backend.deployment.metric.DeliveryView.Durations;
import io.painchain.backend.deployment.metric.DeliveryView.Excluded;
import io.painchain.backend.deployment.metric.DeliveryView.Rate;
import io.painchain.backend.deployment.metric.DeliveryView.Reason;
import io.painchain.backend.deployment.slot.Exclusion;
import io.painchain.backend.deployment.slot.Rework;
import io.painchain.backend.deployment.slot.Shipment.Step;
import io.painchain.backend.deployment.slot.Shipment.Steps;

/** Deployments to figures. Nothing is counted in two of them as two things, and what is left out is named. */
final class FigureMapper {

    /** What breaks later was hardly broken by it. */
    static final Duration FAILS_WITHIN = Duration.ofHours(24);

    private FigureMapper() {
    }

    static DeliveryFigures toFigures(Collection<DoneDeployment> all, Instant now) {
        var inProduction = all.stream().filter(DoneDeployment::production).toList();
        var done = inProduction.stream().filter(deployment -> deployment.done() != null).toList();
        var excluded = new EnumMap<Exclusion, Integer>(Exclusion.class);
        count(excluded, Exclusion.notProduction, all.size() - inProduction.size());
        count(excluded, Exclusion.partial, inProduction.size() - done.size());
        return new DeliveryFigures(new Count(done.size(), toExcluded(excluded)), leadTime(done), failed(done, now),
                recovery(done, now), rework(done), steps(done, Steps::coding), steps(done, Steps::pickup),
                steps(done, Steps::review), steps(done, Steps::deploy));
    }

    private static Durations leadTime(List<DoneDeployment> done) {
        var leads = new ArrayList<Long>();
        var excluded = new EnumMap<Exclusion, Integer>(Exclusion.class);
        for (var deployment : done) {
            leads.addAll(deployment.shipment().leads());
            deployment.shipment().excluded().forEach((reason, n) -> count(excluded, reason, n));
            if (deployment.reason() != null) {
                count(excluded, deployment.reason(), 1);
            }
        }
        return toDurations(leads, excluded);
    }

    private static Rate failed(List<DoneDeployment> done, Instant now) {
        var judged = done.stream().filter(deployment -> isJudged(deployment, now)).toList();
        var failed = judged.stream().filter(FigureMapper::hasFailed).toList();
        var excluded = new EnumMap<Exclusion, Integer>(Exclusion.class);
        count(excluded, Exclusion.tooYoung, done.size() - judged.size());
        return rate(judged.size(), failed.stream().map(DoneDeployment::undoneBy).toList(), excluded);
    }

    private static Durations recovery(List<DoneDeployment> done, Instant now) {
        var times = done.stream().filter(deployment -> isJudged(deployment, now)).filter(FigureMapper::hasFailed)
                .map(deployment -> Duration.between(deployment.done(), deployment.undoneAt()).toSeconds()).toList();
        var young = new EnumMap<Exclusion, Integer>(Exclusion.class);
        count(young, Exclusion.tooYoung, (int) done.stream().filter(deployment -> !isJudged(deployment, now)).count());
        return toDurations(times, young);
    }

    private static Rate rework(List<DoneDeployment> done) {
        return rate(done.size(), done.stream().map(DoneDeployment::rework).filter(Objects::nonNull).toList(),
                new EnumMap<>(Exclusion.class));
    }

    private static Durations steps(List<DoneDeployment> done, Function<Steps, Step> which) {
        var steps = done.stream().flatMap(deployment -> deployment.shipment().works().stream()).map(which).toList();
        var excluded = new EnumMap<Exclusion, Integer>(Exclusion.class);
        steps.stream().map(Step::excluded).filter(Objects::nonNull).forEach(reason -> count(excluded, reason, 1));
        return toDurations(steps.stream().map(Step::seconds).filter(Objects::nonNull).toList(), excluded);
    }

    private static boolean isJudged(DoneDeployment deployment, Instant now) {
        return !deployment.done().plus(FAILS_WITHIN).isAfter(now);
    }

    private static boolean hasFailed(DoneDeployment deployment) {
        return deployment.undoneAt() != null && !deployment.undoneAt().isAfter(deployment.done().plus(FAILS_WITHIN));
    }

    private static Rate rate(int n, List<Rework> found, Map<Exclusion, Integer> excluded) {
        var byReason = new EnumMap<Rework, Integer>(Rework.class);
        found.forEach(reason -> byReason.merge(reason, 1, Integer::sum));
        return new Rate(n, found.size(), n == 0 ? null : (double) found.size() / n,
                byReason.entrySet().stream().map(entry -> new Reason(entry.getKey().name(), entry.getValue())).toList(),
                toExcluded(excluded));
    }

    private static Durations toDurations(List<Long> seconds, Map<Exclusion, Integer> excluded) {
        var sorted = seconds.stream().sorted().toList();
        return new Durations(sorted.size(), rank(sorted, 50), rank(sorted, 90), toExcluded(excluded));
    }

    /** The smallest that so many of a hundred do not exceed. */
    private static Long rank(List<Long> sorted, int percent) {
        return sorted.isEmpty() ? null : sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    private static void count(Map<Exclusion, Integer> excluded, Exclusion reason, int n) {
        if (n > 0) {
            excluded.merge(reason, n, Integer::sum);
        }
    }

    private static List<Excluded> toExcluded(Map<Exclusion, Integer> excluded) {
        return excluded.entrySet().stream()
                .map(entry -> new Excluded(entry.getKey().name(), entry.getValue(), entry.getKey().sentence()))
                .collect(Collectors.toList());
    }
}
