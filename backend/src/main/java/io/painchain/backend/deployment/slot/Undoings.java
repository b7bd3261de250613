package io.painchain.backend.deployment.slot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.painchain.backend.deployment.fact.FactRepository;
import io.painchain.backend.deployment.fact.Shas;
import io.painchain.backend.deployment.fact.Work;
import io.painchain.backend.deployment.slot.SlotRow.Previous;

/** Which earlier deployments of its slot one undoes or repairs. What brings back what was reverted undoes nothing. */
@Singleton
class Undoings {

    private final FactRepository facts;
    private final SlotCommitRepository commits;

    Undoings(FactRepository facts, SlotCommitRepository commits) {
        this.facts = facts;
        this.commits = commits;
    }

    record Question(Deployment deployment, Previous previous, Range range, Shipments.Contents contents) {
    }

    record Mark(String deploymentId, Rework by) {
    }

    /** @param rework {@code null} where it repairs nothing */
    record Undoing(Rework rework, List<Mark> marks) {
    }

    Undoing by(Question question) {
        var marks = new ArrayList<Mark>();
        boolean isDiverged = question.range.kind() == Kind.diverged;
        if (!question.range.back().isEmpty()) {
            var by = isDiverged ? Rework.hotfix : Rework.rollback;
            commits.wholeIn(question.deployment, question.range.back()).forEach(id -> marks.add(new Mark(id, by)));
            marks.add(new Mark(question.previous.id(), by));
        }
        boolean reverts = reverted(question, marks);
        boolean isHotfix = isDiverged || question.contents.works().stream().anyMatch(Work::hotfix);
        if (isHotfix && question.previous != null) {
            marks.add(new Mark(question.previous.id(), Rework.hotfix));
        }
        return new Undoing(rework(question, reverts, isHotfix), marks);
    }

    private static Rework rework(Question question, boolean reverts, boolean isHotfix) {
        if (question.range.kind() == Kind.rollback) {
            return Rework.rollback;
        }
        if (reverts) {
            return Rework.revert;
        }
        return isHotfix ? Rework.hotfix : null;
    }

    /** Whether it ships work that takes something back which was there before. */
    private boolean reverted(Question question, List<Mark> marks) {
        boolean found = false;
        for (var key : keys(question)) {
            var sha = Shas.of(key);
            var works = works(question, sha, key);
            if (isRevert(question, sha, works) || isOwn(question, sha, works)) {
                continue;
            }
            found = true;
            commits.lastWith(question.deployment, shas(sha, works)).ifPresent(id -> marks.add(new Mark(id, Rework.revert)));
        }
        return found;
    }

    private static Collection<String> keys(Question question) {
        var keys = new LinkedHashSet<String>();
        question.contents.fresh().stream().map(question.contents.known()::get).filter(commit -> commit != null)
                .forEach(commit -> keys.addAll(commit.reverts()));
        question.contents.works().forEach(work -> keys.addAll(work.reverts()));
        return keys;
    }

    private List<Work> works(Question question, Optional<String> sha, String key) {
        return facts.works(question.deployment.slot().tenantId(), sha.map(List::of).orElse(List.of()),
                sha.isPresent() ? List.of() : List.of(key));
    }

    private boolean isRevert(Question question, Optional<String> sha, List<Work> works) {
        return works.stream().anyMatch(work -> !work.reverts().isEmpty()) || sha.isPresent() && facts
                .commits(question.deployment.slot().tenantId(), List.of(sha.get())).values().stream()
                .anyMatch(commit -> !commit.reverts().isEmpty());
    }

    /** What never was there without being taken back. */
    private static boolean isOwn(Question question, Optional<String> sha, List<Work> works) {
        return shas(sha, works).stream().anyMatch(question.contents.fresh()::contains);
    }

    private static List<String> shas(Optional<String> sha, List<Work> works) {
        return Stream.concat(sha.stream(),
                works.stream().flatMap(work -> Stream.concat(Stream.ofNullable(work.version()), work.commits().stream())))
                .distinct().toList();
    }
}
