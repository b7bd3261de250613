package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

final class Cycle {

    /** How soon reads under way are checked while somebody waits. */
    private static final Duration STEP_WATCHED = Duration.ofSeconds(5);

    private final Duration step;
    private final Set<RepositoryTask> reads = new HashSet<>();
    private SyncWatches watches = SyncWatches.NONE;
    private Instant nextAt = Instant.MIN;
    private Instant startedAt;
    private boolean open;
    private boolean again;
    private int looks;

    /** @param step longest wait for reads, after which the next cycle begins */
    Cycle(Duration step) {
        this.step = step;
    }

    synchronized void hurry(SyncWatch watch) {
        watches = watches.and(watch);
        again = true;
    }

    synchronized SyncWatches watches() {
        return watches;
    }

    synchronized boolean tryBegin(Instant now) {
        if (open || !again && now.isBefore(nextAt)) {
            return false;
        }
        open = true;
        startedAt = null;
        again = false;
        return true;
    }

    synchronized void started(Instant now, int parts) {
        startedAt = now;
        looks = parts;
    }

    /** The repositories are unknown; the next cycle begins at {@code until}. */
    synchronized void putOff(Instant until) {
        open = false;
        nextAt = until;
    }

    /** Reads that an earlier cycle began are waited for, too. */
    synchronized void looked(Collection<RepositoryTask> due) {
        reads.addAll(due);
        looks--;
    }

    synchronized boolean read(RepositoryTask task) {
        return reads.remove(task);
    }

    synchronized boolean waits() {
        return looks > 0 || !reads.isEmpty();
    }

    synchronized boolean waitsSince(Instant moment) {
        return reads.stream().anyMatch(task -> task.waitsSince(moment));
    }

    synchronized boolean overruns(Instant now) {
        return open && startedAt != null && looks == 0 && !now.isBefore(startedAt.plus(step));
    }

    /** @return when it began; empty where no cycle is under way */
    synchronized Optional<Instant> end(Instant now) {
        if (!open || startedAt == null) {
            return Optional.empty();
        }
        open = false;
        watches = watches.stillWaiting();
        nextAt = watches.isEmpty() ? startedAt.plus(step) : now.plus(STEP_WATCHED);
        return Optional.of(startedAt);
    }
}
