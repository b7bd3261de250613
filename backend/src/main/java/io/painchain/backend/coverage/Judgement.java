package io.painchain.backend.coverage;

import static io.painchain.backend.coverage.CoverageView.Verdict.complete;
import static io.painchain.backend.coverage.CoverageView.Verdict.gap;
import static io.painchain.backend.coverage.CoverageView.Verdict.late;
import static io.painchain.backend.coverage.CoverageView.Verdict.unknown;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.painchain.backend.coverage.CoverageView.Verdict;
import io.painchain.model.integration.Coverage;

record Judgement(Verdict verdict, Duration lateness, String sentence) {

    private static final Map<Verdict, Integer> BADNESS = Map.of(complete, 0, late, 1, unknown, 2, gap, 3);
    private static final Comparator<Judgement> WORSE = Comparator
            .comparingInt((Judgement judgement) -> BADNESS.get(judgement.verdict)).thenComparing(Judgement::lateness);

    static Judgement isComplete() {
        return new Judgement(complete, Duration.ZERO, "complete");
    }

    static Judgement isUnknown(String why) {
        return new Judgement(unknown, Duration.ZERO, "unknown: " + why);
    }

    static Judgement isLateBy(Duration lateness) {
        return new Judgement(late, lateness, "late by " + Durations.inWords(lateness));
    }

    static Judgement isGap(Instant from, Instant to, String why) {
        return new Judgement(gap, Duration.ZERO, "gap from %s to %s: %s".formatted(from, to, why));
    }

    /** A line vouches for nothing after its last verified read. */
    static Judgement of(Coverage line, CoverageWindow window) {
        if (window.isAhead()) {
            return isUnknown("the window has not begun yet");
        }
        var known = line.to().isBefore(line.verifiedAt()) ? line.to() : line.verifiedAt();
        var end = window.end();
        var gaps = line.gaps() == null ? List.<Coverage.Gap> of() : line.gaps();
        var first = gaps.stream().filter(gap -> gap.from().isBefore(end) && gap.to().isAfter(window.from()))
                .min(Comparator.comparing(Coverage.Gap::from));
        if (line.from().isAfter(window.from())) {
            return isGap(window.from(), earlier(line.from(), end), "nothing before " + line.from() + " was read");
        }
        if (first.isPresent()) {
            var gap = first.get();
            return isGap(later(gap.from(), window.from()), earlier(gap.to(), end), gap.reason());
        }
        return known.isBefore(end) ? isLateBy(Duration.between(known, end)) : isComplete();
    }

    static Judgement worst(Collection<Judgement> judgements, String whyUnknown) {
        return judgements.stream().max(WORSE).orElseGet(() -> isUnknown(whyUnknown));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
