package io.painchain.connector.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * When a list of a repository is read without its ETag: a server that answers "not modified" for ever would hide everything.
 * The count of each list begins anywhere, so that neither many lists are read whole at once nor restarts put it off.
 */
public final class WholeReads {

    public static final Duration AT_LATEST = Duration.ofHours(24);

    private static final int PARTS_OF_A_DAY = 1_440;

    private final int every;
    private final Clock clock;
    private final Instant begun;
    private final long seed;
    private final Map<String, Count> counts = new HashMap<>();

    /** Polls since the list was read whole or was seen to change. */
    private record Count(Instant readAt, int polls) {
    }

    /**
     * @param every which poll is the unconditional one, of those that find nothing changed
     * @param repositoryId tells repositories apart
     */
    public WholeReads(int every, Clock clock, long repositoryId) {
        this.every = Math.max(1, every);
        this.clock = clock;
        this.begun = clock.instant();
        this.seed = repositoryId * 31 + begun.getEpochSecond();
    }

    /**
     * Counts one poll of a list.
     *
     * @param readAt when it was last read without relying on an ETag, {@code null}: never
     * @return whether this one is not to rely on it
     */
    public boolean isDue(String list, Instant readAt) {
        if (readAt == null) {
            return true;
        }
        Count known = counts.get(list);
        int before = known == null ? phase(list, every) : known.readAt().equals(readAt) ? known.polls() : 0;
        counts.put(list, new Count(readAt, before + 1));
        return before + 1 >= every || isTooLongAgo(list, readAt);
    }

    /** What was read long before the start is read whole some time in the day after it, not with everything else at once. */
    private boolean isTooLongAgo(String list, Instant readAt) {
        Instant spread = begun.minus(AT_LATEST.dividedBy(PARTS_OF_A_DAY).multipliedBy(phase(list, PARTS_OF_A_DAY)));
        return (readAt.isAfter(spread) ? readAt : spread).plus(AT_LATEST).isBefore(clock.instant());
    }

    private int phase(String list, int bound) {
        long mixed = (seed ^ list.hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) Math.floorMod(mixed >>> 20, (long) bound);
    }
}
