package io.painchain.backend.deployment.metric;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import io.painchain.backend.deployment.metric.DeliveryView.Count;
import io.painchain.backend.deployment.metric.DeliveryView.DeliveryFigures;
import io.painchain.backend.deployment.metric.DeliveryView.Durations;
import io.painchain.backend.deployment.metric.DeliveryView.Excluded;
import io.painchain.backend.deployment.metric.DeliveryView.Rate;
import io.painchain.backend.deployment.metric.DeliveryView.Reason;
import io.painchain.backend.deployment.metric.History.Deployed;
import io.painchain.backend.deployment.metric.History.Review;
import io.painchain.backend.deployment.slot.Exclusion;

/** The figures that a history has, worked out from its graph of commits and not from events. */
final class HistoryTruth {

    private static final long DAY = Duration.ofDays(1).toSeconds();

    private final History history;
    private final List<Fate> fates = new ArrayList<>();
    private final Map<String, Review> byVersion = new HashMap<>();
    private final Map<String, Review> byEntity = new HashMap<>();

    /** What became of one deployment. */
    private static final class Fate {
        final Deployed deployed;
        final List<Long> leads = new ArrayList<>();
        final List<Exclusion> excluded = new ArrayList<>();
        final List<Review> reviews = new ArrayList<>();
        final Set<String> had = new HashSet<>();
        String rework;
        Instant undoneAt;
        String undoneBy;

        Fate(Deployed deployed) {
            this.deployed = deployed;
        }

        void undo(Instant at, String by) {
            if (undoneAt == null) {
                undoneAt = at;
                undoneBy = by;
            }
        }
    }

    HistoryTruth(History history) {
        this.history = history;
        history.reviews.forEach(review -> {
            byVersion.put(review.version(), review);
            byEntity.put(review.entity(), review);
        });
        var slots = new LinkedHashMap<String, List<Fate>>();
        for (var deployed : history.deployments) {
            var fate = new Fate(deployed);
            fates.add(fate);
            if (deployed.isDone()) {
                var before = slots.computeIfAbsent(deployed.environment() + "/" + deployed.service(), key -> new ArrayList<>());
                done(fate, before);
                before.add(fate);
            }
        }
    }

    private void done(Fate fate, List<Fate> before) {
        var previous = before.isEmpty() ? null : before.get(before.size() - 1);
        var sha = fate.deployed.sha();
        var unknown = unknown(fate.deployed, previous);
        var isSame = previous != null && previous.deployed.sha().equals(sha);
        var shipped = unknown.isPresent() ? Set.of(sha)
                : isSame ? Set.<String> of()
                        : history.between(previous.deployed.sha(), sha);
        var back = unknown.isPresent() || isSame ? Set.<String> of() : history.between(sha, previous.deployed.sha());
        var had = new HashSet<String>();
        before.forEach(earlier -> had.addAll(earlier.had));
        unknown.ifPresent(fate.excluded::add);
        var fresh = new LinkedHashSet<>(shipped);
        fresh.removeAll(had);
        var reviews = fresh.stream().map(byVersion::get).filter(Objects::nonNull).toList();
        if (unknown.isPresent() && reviews.isEmpty()) {
            fresh.clear();
        }
        fate.had.addAll(shipped);
        fate.reviews.addAll(reviews);
        leads(fate, fresh, had);
        var lost = new HashSet<>(back);
        lost.removeAll(had);
        if (!lost.isEmpty()) {
            previous.had.addAll(lost);
        }
        undo(fate, before, fresh, back, !shipped.isEmpty() && unknown.isEmpty());
    }

    /** A branch beside the others is known only by who compared it; the rest also by pushes without a hole. */
    private Optional<Exclusion> unknown(Deployed deployed, Fate previous) {
        if (previous == null) {
            return Optional.of(Exclusion.firstKnown);
        }
        var from = previous.deployed.sha();
        if (from.equals(deployed.sha())) {
            return Optional.empty();
        }
        if (deployed.told()) {
            return deployed.unlisted() > 0 ? Optional.of(Exclusion.tooMany) : Optional.empty();
        }
        return isWalked(from, deployed.sha()) || isWalked(deployed.sha(), from) ? Optional.empty()
                : Optional.of(Exclusion.baseUnknown);
    }

    private boolean isWalked(String base, String head) {
        var at = head;
        while (!at.equals(base)) {
            var sought = at;
            var move = history.moves.stream().filter(one -> one.head().equals(sought) && !one.hidden()).findFirst();
            if (move.isEmpty()) {
                return false;
            }
            at = move.get().base();
        }
        return true;
    }

    private void leads(Fate fate, Set<String> fresh, Set<String> had) {
        var written = new HashMap<String, Instant>();
        for (var sha : fresh) {
            var review = byVersion.get(sha);
            if (review == null || isRebased(review, fresh)) {
                if (!history.commits.get(sha).merge()) {
                    written.put(sha, history.commits.get(sha).authored());
                }
            } else {
                review.own().stream().filter(own -> !had.contains(own))
                        .forEach(own -> written.put(own, history.commits.get(own).authored()));
            }
        }
        written.values().forEach(time -> {
            if (time == null) {
                fate.excluded.add(Exclusion.noAuthorDate);
            } else {
                fate.leads.add(Duration.between(time, fate.deployed.done()).toSeconds());
            }
        });
    }

    /** All its commits came anew, one for one. */
    private boolean isRebased(Review review, Set<String> fresh) {
        var at = history.commits.get(review.version());
        for (int i = review.own().size() - 1; i >= 0; i--) {
            if (at.merge() || !fresh.contains(at.sha())
                    || !Objects.equals(at.authored(), history.commits.get(review.own().get(i)).authored())) {
                return false;
            }
            at = at.parents().isEmpty() ? at : history.commits.get(at.parents().get(0));
        }
        return true;
    }

    private void undo(Fate fate, List<Fate> before, Set<String> fresh, Set<String> back, boolean bringsNew) {
        var at = fate.deployed.done();
        var previous = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean isDiverged = !back.isEmpty() && bringsNew;
        if (!back.isEmpty()) {
            var by = isDiverged ? "hotfix" : "rollback";
            before.stream().filter(earlier -> !earlier.had.isEmpty() && back.containsAll(earlier.had))
                    .forEach(earlier -> earlier.undo(at, by));
            previous.undo(at, by);
        }
        boolean isRevert = reverted(fate, before, fresh);
        boolean isHotfix = isDiverged || fate.reviews.stream().anyMatch(Review::hotfix);
        if (isHotfix && previous != null) {
            previous.undo(at, "hotfix");
        }
        fate.rework = !back.isEmpty() && !isDiverged ? "rollback" : isRevert ? "revert" : isHotfix ? "hotfix" : null;
    }

    private boolean reverted(Fate fate, List<Fate> before, Set<String> fresh) {
        var keys = new LinkedHashSet<String>();
        fresh.forEach(sha -> keys.addAll(history.commits.get(sha).reverts()));
        fate.reviews.forEach(review -> keys.addAll(review.reverts()));
        boolean found = false;
        for (var key : keys) {
            var sha = key.startsWith("commit:") ? key.substring(key.indexOf('@') + 1) : null;
            var review = sha == null ? byEntity.get(key) : byVersion.get(sha);
            var parts = new HashSet<String>();
            if (sha != null) {
                parts.add(sha);
            }
            if (review != null) {
                parts.add(review.version());
                parts.addAll(review.own());
            }
            boolean isReapplied = review != null && !review.reverts().isEmpty()
                    || sha != null && !history.commits.get(sha).reverts().isEmpty();
            if (isReapplied || parts.stream().anyMatch(fresh::contains)) {
                continue;
            }
            found = true;
            for (int i = before.size() - 1; i >= 0; i--) {
                if (before.get(i).had.stream().anyMatch(parts::contains)) {
                    before.get(i).undo(fate.deployed.done(), "revert");
                    break;
                }
            }
        }
        return found;
    }

    DeliveryFigures figures(String service, Instant from, Instant to) {
        var all = fates.stream().filter(fate -> fate.deployed.service().equals(service))
                .filter(fate -> fate.deployed.isDone() || fate.deployed.isPartial())
                .filter(fate -> !fate.deployed.done().isBefore(from) && fate.deployed.done().isBefore(to)).toList();
        var inProduction = all.stream().filter(fate -> fate.deployed.production()).toList();
        var done = inProduction.stream().filter(fate -> fate.deployed.isDone()).toList();
        var left = new TreeMap<Exclusion, Integer>();
        add(left, Exclusion.notProduction, all.size() - inProduction.size());
        add(left, Exclusion.partial, inProduction.size() - done.size());
        var leads = new TreeMap<Exclusion, Integer>();
        done.forEach(fate -> fate.excluded.forEach(reason -> add(leads, reason, 1)));
        var failed = done.stream().filter(fate -> fate.undoneAt != null
                && Duration.between(fate.deployed.done(), fate.undoneAt).toSeconds() <= DAY).toList();
        return new DeliveryFigures(new Count(done.size(), excluded(left)),
                durations(done.stream().flatMap(fate -> fate.leads.stream()).toList(), leads),
                rate(done.size(), failed.stream().map(fate -> fate.undoneBy).toList()),
                durations(failed.stream().map(fate -> Duration.between(fate.deployed.done(), fate.undoneAt).toSeconds())
                        .toList(), Map.of()),
                rate(done.size(), done.stream().map(fate -> fate.rework).filter(Objects::nonNull).toList()),
                steps(done, review -> Duration.between(review.firstCommit(), review.opened()), false),
                steps(done, review -> Duration.between(review.opened(), review.reviewed()), true),
                steps(done, review -> Duration.between(review.reviewed(), review.merged()), true), deploys(done));
    }

    private static Durations steps(List<Fate> done, java.util.function.Function<Review, Duration> step, boolean needsReview) {
        var reviews = done.stream().flatMap(fate -> fate.reviews.stream()).toList();
        var measured = reviews.stream().filter(review -> !needsReview || review.reviewed() != null).toList();
        var left = new TreeMap<Exclusion, Integer>();
        add(left, Exclusion.notReviewed, reviews.size() - measured.size());
        return durations(measured.stream().map(step).map(Duration::toSeconds).toList(), left);
    }

    private static Durations deploys(List<Fate> done) {
        return durations(done.stream().flatMap(fate -> fate.reviews.stream()
                .map(review -> Duration.between(review.merged(), fate.deployed.done()).toSeconds())).toList(), Map.of());
    }

    private static Durations durations(Collection<Long> seconds, Map<Exclusion, Integer> left) {
        var sorted = seconds.stream().sorted().toList();
        return new Durations(sorted.size(), rank(sorted, .5), rank(sorted, .9), excluded(left));
    }

    private static Long rank(List<Long> sorted, double share) {
        return sorted.stream().filter(value -> sorted.stream().filter(other -> other <= value).count() >= share * sorted.size()
                - 1e-9).min(Comparator.naturalOrder()).orElse(null);
    }

    private static Rate rate(int n, List<String> reasons) {
        var counted = List.of("rollback", "revert", "hotfix").stream()
                .map(reason -> new Reason(reason, (int) reasons.stream().filter(reason::equals).count()))
                .filter(reason -> reason.count() > 0).toList();
        return new Rate(n, reasons.size(), n == 0 ? null : (double) reasons.size() / n, counted, List.of());
    }

    private static List<Excluded> excluded(Map<Exclusion, Integer> left) {
        return left.entrySet().stream().map(entry -> new Excluded(entry.getKey().name(), entry.getValue(),
                entry.getKey().sentence())).toList();
    }

    private static void add(Map<Exclusion, Integer> left, Exclusion reason, int n) {
        if (n > 0) {
            left.merge(reason, n, Integer::sum);
        }
    }
}
