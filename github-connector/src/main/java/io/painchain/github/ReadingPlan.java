package io.painchain.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.painchain.github.github.ProbeQuery.Sight;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.sync.RepositoryProbe;

/**
 * Decides which repositories of an integration are read now. Many of them are looked at all at once, and only those that moved
 * are read; where that cannot be had, each has an interval of its own.
 */
final class ReadingPlan {

    private final RepositoryProbe probe;
    private final Duration configured;
    private final Duration longest;
    private final int probeFrom;

    /**
     * @param configured the longest that an active repository waits
     * @param longest how long one that did not move may wait all the same, for what no look shows
     * @param probeFrom how many repositories make looking worth while
     */
    ReadingPlan(RepositoryProbe probe, Duration configured, Duration longest, int probeFrom) {
        this.probe = probe;
        this.configured = configured;
        this.longest = longest.compareTo(configured) < 0 ? configured : longest;
        this.probeFrom = probeFrom;
    }

    List<RepositoryTask> due(Collection<RepositoryTask> tasks, Instant now) {
        List<RepositoryTask> free = tasks.stream().filter(task -> !task.underWay()).toList();
        Map<RepositoryName, Sight> sights = free.size() >= probeFrom
                ? probe.look(free.stream().filter(RepositoryTask::everRead).map(RepositoryTask::name).toList())
                : Map.of();
        return free.stream().filter(task -> isDue(task, sights.get(task.name()), now)).toList();
    }

    private boolean isDue(RepositoryTask task, Sight sight, Instant now) {
        boolean moved = sight != null && task.sync().see(sight);
        if (moved || !task.everRead() || task.hurried()) {
            return true;
        }
        Duration wait = sight != null && !task.sync().followsARun() ? longest
                : Tempo.of(configured, task.sync().lastNews(), task.since(), now, sight == null && !probe.available());
        return !now.isBefore(task.lastReadAt().plus(wait));
    }
}
