package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** One cycle of an integration at a time: when it begins, who waits for it, what it waits for itself, and when it is over. */
final class Cycle {

    /** How soon what was under way already is looked after while somebody waits. */
    private static final Duration STEP_WATCHED = Duration.ofSeconds(5);

    private final Duration step;
    private final Set<RepositoryTask> reads = new HashSet<>();
    private SyncWatches watches = SyncWatches.NONE;
    private Instant nextAt = Instant.MIN;
    private Instant startedAt;
    private boolean open;
    private boolean again;
    private int looks;

    /** @param step how long a cycle waits for its reads, and after which the next one begins */
    Cycle(Duration step) {
        this.step = step;
    }

    /** The next one begins as soon as this one is over. */
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

    /** It is known what there is to look at, in so many parts. */
    synchronized void started(Instant now, int parts) {
        startedAt = now;
        looks = parts;
    }

    /** Nothing is known of what there is; the next one begins then. */
    synchronized void putOff(Instant until) {
        open = false;
        nextAt = until;
    }

    /** One part was looked at, and of it these are read; whatever an earlier cycle began to read is waited for, too. */
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

    /** Whether a repository that is being read, or waits for it, has done so since that moment or longer. */
    synchronized boolean waitsSince(Instant moment) {
        return reads.stream().anyMatch(task -> task.waitsSince(moment));
    }

    /** Whether it has waited for reads for so long that it is to end without them. */
    synchronized boolean overruns(Instant now) {
        return open && startedAt != null && looks == 0 && !now.isBefore(startedAt.plus(step));
    }

    /** @return when it began; empty where none is under way */
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
