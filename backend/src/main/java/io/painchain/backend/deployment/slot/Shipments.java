package io.painchain.backend.deployment.slot;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.backend.deployment.fact.Commit;
import io.painchain.backend.deployment.fact.Work;

/** Lead times of commits, and steps of work. What a squash made one commit of counts as the commits that it was. */
final class Shipments {

    private Shipments() {
    }

    /**
     * @param fresh commits that the slot had never had
     * @param before commits that it had
     * @param known what is known of commits, those of the works included
     * @param works that became one of the commits, or are told to be among them
     */
    record Contents(Set<String> fresh, Set<String> before, Map<String, Commit> known, List<Work> works) {

        boolean isNothing() {
            return fresh.isEmpty() && works.isEmpty();
        }
    }

    static Shipment of(Instant done, Contents contents) {
        var known = contents.known;
        var written = new LinkedHashMap<String, Instant>();
        contents.fresh.forEach(sha -> {
            var commit = known.get(sha);
            if (commit == null || !commit.merge()) {
                written.put(sha, authored(known, sha));
            }
        });
        var excluded = new EnumMap<Exclusion, Integer>(Exclusion.class);
        for (var work : contents.works) {
            takeApart(work, contents, written);
            if (work.commitCount() > work.commits().size() && !work.commits().isEmpty()) {
                excluded.merge(Exclusion.tooMany, (int) work.commitCount() - work.commits().size(), Integer::sum);
            }
        }
        var leads = new ArrayList<Long>();
        written.values().forEach(time -> lead(time, done).ifPresentOrElse(leads::add, () -> excluded
                .merge(time == null ? Exclusion.noAuthorDate : Exclusion.oddTime, 1, Integer::sum)));
        leads.sort(null);
        return new Shipment(leads, excluded, contents.works.stream().map(work -> steps(work, done)).toList());
    }

    private static void takeApart(Work work, Contents contents, Map<String, Instant> written) {
        var own = work.commits();
        if (own.isEmpty() || own.contains(work.version())) {
            return;
        }
        if (own.stream().anyMatch(contents.fresh::contains)) {
            // Merged: its commits are there themselves, and one more that joins them.
            written.remove(work.version());
        } else if (!isRebased(own, written, contents.known)) {
            written.remove(work.version());
            own.stream().filter(sha -> !contents.before.contains(sha))
                    .forEach(sha -> written.putIfAbsent(sha, authored(contents.known, sha)));
        }
    }

    /** Commits that were written anew keep their author dates. */
    private static boolean isRebased(List<String> own, Map<String, Instant> written, Map<String, Commit> known) {
        var dates = new ArrayList<>(written.values());
        return own.stream().map(sha -> authored(known, sha)).allMatch(date -> date != null && dates.remove(date));
    }

    private static Instant authored(Map<String, Commit> known, String sha) {
        return Optional.ofNullable(known.get(sha)).map(Commit::authoredAt).orElse(null);
    }

    private static Optional<Long> lead(Instant written, Instant done) {
        return written == null || written.isAfter(done) ? Optional.empty()
                : Optional.of(Duration.between(written, done).toSeconds());
    }

    private static Shipment.Steps steps(Work work, Instant done) {
        return new Shipment.Steps(work.id(), step(work.firstCommitAt(), work.readyAt(), Exclusion.noCommits),
                step(work.readyAt(), work.firstReviewAt(), Exclusion.notReviewed),
                step(work.firstReviewAt(), work.mergedAt(), Exclusion.notReviewed),
                step(work.mergedAt(), done, Exclusion.oddTime));
    }

    private static Shipment.Step step(Instant from, Instant to, Exclusion missing) {
        if (from == null || to == null) {
            return new Shipment.Step(null, missing);
        }
        return to.isBefore(from) ? new Shipment.Step(null, Exclusion.oddTime)
                : new Shipment.Step(Duration.between(from, to).toSeconds(), null);
    }

    /** All commits that tell of the works. */
    static Collection<String> shas(Collection<String> fresh, Collection<Work> works) {
        var shas = new HashSet<>(fresh);
        works.forEach(work -> {
            shas.addAll(work.commits());
            Optional.ofNullable(work.version()).ifPresent(shas::add);
        });
        return shas;
    }
}
