package io.painchain.github.change.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.github.api.record.run.WorkflowRun;

/** Schedules requests for unfinished runs: the longer one did not change, the rarer, and few old ones at a time. */
final class FollowedRuns {

    private static final Duration LIVELY = Duration.ofHours(6);
    /** A run without change for this long is shown as stale. */
    private static final Duration SILENCE = Duration.ofDays(1);
    private static final Duration OLD = Duration.ofDays(7);
    private static final int OLD_AT_ONCE = 3;

    private final Map<Long, Instant> askedAt = new HashMap<>();
    private final Set<Long> silent = new HashSet<>();

    /** Returns ids to request; {@code elsewhere} are those that no list showed just now. */
    List<Long> due(Map<Long, RunMark> unfinished, Set<Long> elsewhere, Instant now) {
        askedAt.keySet().retainAll(unfinished.keySet());
        silent.retainAll(unfinished.keySet());
        List<Long> due = new ArrayList<>();
        List<Long> old = new ArrayList<>();
        unfinished.forEach((id, mark) -> {
            boolean wanted = elsewhere.contains(id) && isDue(id, mark, now) || fellSilent(id, mark, now);
            if (wanted) {
                (age(mark, now).compareTo(LIVELY) < 0 ? due : old).add(id);
            }
        });
        old.sort(Comparator.comparing((Long id) -> askedAt.getOrDefault(id, Instant.MIN)).thenComparing(id -> id));
        due.addAll(old.subList(0, Math.min(OLD_AT_ONCE, old.size())));
        due.forEach(id -> askedAt.put(id, now));
        return due.stream().sorted().toList();
    }

    /** Whether its record is needed, because it is to be shown as stale. */
    boolean fellSilent(Long id, RunMark mark, Instant now) {
        return !silent.contains(id) && age(mark, now).compareTo(SILENCE) > 0;
    }

    boolean tellsSilence(WorkflowRun run, Instant now) {
        return !run.finished() && run.updatedAt().isBefore(now.minus(SILENCE)) && silent.add(run.id());
    }

    private boolean isDue(Long id, RunMark mark, Instant now) {
        Instant asked = askedAt.get(id);
        return asked == null || !now.isBefore(asked.plus(distance(age(mark, now))));
    }

    private static Duration distance(Duration age) {
        if (age.compareTo(LIVELY) < 0) {
            return Duration.ZERO;
        }
        if (age.compareTo(SILENCE) < 0) {
            return Duration.ofMinutes(5);
        }
        return age.compareTo(OLD) < 0 ? Duration.ofHours(1) : Duration.ofHours(6);
    }

    /** Zero where the last change was not kept. */
    private static Duration age(RunMark mark, Instant now) {
        return mark.updated() == 0 ? Duration.ZERO : Duration.between(Instant.ofEpochSecond(mark.updated()), now);
    }
}
