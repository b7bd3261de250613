package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.cycle.PollingContext.Times;
import io.painchain.connector.cycle.SyncedRepository.Pending;
import io.painchain.connector.kind.Sight;
import io.painchain.model.integration.IntegrationHook;

/** Selects the repositories that a probe shows moved, and others in turn; without probes, each by its interval. */
final class ReadingPlan {

    /** @param pressing whether news is known; other reads do not delay it */
    record Due(RepositoryTask task, boolean pressing) {
    }

    /** @param crowded so many reads queue that further ones would only wait; after a probe, beyond its validity */
    record Round(List<List<RepositoryTask>> parts, boolean looks, boolean crowded) {
    }

    /** As many as are read within some seconds. */
    private static final int WAITING_UNSEEN = 20;

    private final RepositoryProbe probe;
    private final Duration configured;
    private final Duration longest;
    private final int probeFrom;
    private volatile List<IntegrationHook> hooks = List.of();

    ReadingPlan(RepositoryProbe probe, Duration configured, Times times) {
        this.probe = probe;
        this.configured = configured;
        this.longest = times.longest().compareTo(configured) < 0 ? configured : times.longest();
        this.probeFrom = times.probeFrom();
    }

    /** @param known {@code null}: none */
    void hooks(List<IntegrationHook> known) {
        hooks = known == null ? List.of() : known;
    }

    Round round(Collection<RepositoryTask> all) {
        all.forEach(task -> task.sync().told(hookOf(task.name()).orElse(null)));
        List<RepositoryTask> free = all.stream().filter(task -> !task.underWay()).toList();
        boolean looks = all.size() >= probeFrom;
        int size = looks ? probe.atOnce() : Math.max(1, free.size());
        List<List<RepositoryTask>> parts = new ArrayList<>();
        for (int from = 0; from < free.size(); from += size) {
            parts.add(free.subList(from, Math.min(free.size(), from + size)));
        }
        int bound = looks && probe.available() ? inAStep(all.size()) : WAITING_UNSEEN;
        return new Round(parts, looks, all.size() - free.size() > bound);
    }

    List<Due> due(List<RepositoryTask> part, Round round, Instant now) {
        Map<RepositoryTask, Pending> pending = new LinkedHashMap<>();
        part.forEach(task -> pending.put(task, task.pending(now)));
        pending.values().removeIf(Pending.NOTHING::equals);
        Map<String, Sight> sights = round.looks() ? probe.look(pending.entrySet().stream()
                .filter(one -> one.getKey().everRead() && one.getValue() != Pending.HINTED)
                .map(one -> one.getKey().name()).toList()) : Map.of();
        List<Due> due = new ArrayList<>();
        List<RepositoryTask> still = new ArrayList<>();
        for (RepositoryTask task : pending.keySet()) {
            Sight sight = sights.get(task.name());
            boolean moved = sight != null && task.sync().probed(sight);
            if (moved || !task.everRead() || task.hurried()) {
                due.add(new Due(task, moved || task.hurried()));
            } else if (pending.get(task) != Pending.USUAL) {
                due.add(new Due(task, pending.get(task) == Pending.HINTED));
            } else if (sight != null && !(task.active(now) && task.sync().waitsForAnEnd())) {
                still.add(task);
            } else if (!now.isBefore(task.lastReadAt().plus(interval(task, sight, round, now)))) {
                due.add(new Due(task, task.active(now)));
            }
        }
        if (!round.crowded()) {
            still.stream().sorted(Comparator.comparing(RepositoryTask::lastReadAt)).limit(inAStep(part.size()))
                    .forEach(task -> due.add(new Due(task, false)));
        }
        return due;
    }

    /** The healthy one, where several tell of it. */
    private Optional<IntegrationHook> hookOf(String repository) {
        return hooks.stream().filter(hook -> isOf(hook.repository(), repository))
                .max(Comparator.comparing(IntegrationHook::vouches).thenComparing(IntegrationHook::verifiedAt));
    }

    private static boolean isOf(String place, String repository) {
        return place == null || place.equalsIgnoreCase(repository)
                || repository.regionMatches(true, 0, place + "/", 0, place.length() + 1);
    }

    /** Active ones are read early, unless others wait. */
    private Duration interval(RepositoryTask task, Sight sight, Round round, Instant now) {
        if (task.active(now) && !round.crowded()) {
            return PollFrequency.step(configured);
        }
        return sight == null && !probe.available() ? PollFrequency.unseen(configured, task.idle(now)) : configured;
    }

    /** Enough per step that all are read one step before the limit, which leaves that step for the queue. */
    private int inAStep(int all) {
        Duration step = PollFrequency.step(configured);
        int steps = (int) Math.max(1, longest.minus(step).dividedBy(step));
        return (all + steps - 1) / steps;
    }
}
