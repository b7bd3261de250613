package io.painchain.connector.list;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** A server that always answers "not modified" would hide everything; counts start spread out, to spread the load. */
public final class WholeReads {

    public static final Duration AT_LATEST = Duration.ofHours(24);

    private static final int PARTS_OF_A_DAY = 1_440;

    private final int every;
    private final Clock clock;
    private final Instant begun;
    private final long seed;
    private final Map<String, Count> counts = new HashMap<>();

    /** Polls since the last whole read or the last seen change. */
    private record Count(Instant readAt, int polls) {
    }

    /** @param every of so many unchanged polls, one is unconditional; {@code repositoryId} spreads them */
    public WholeReads(int every, Clock clock, long repositoryId) {
        this.every = Math.max(1, every);
        this.clock = clock;
        this.begun = clock.instant();
        this.seed = repositoryId * 31 + begun.getEpochSecond();
    }

    /** Counts one poll; true where it ignores the ETag. {@code readAt}: last whole read, {@code null}: never. */
    public boolean isDue(String list, Instant readAt) {
        if (readAt == null) {
            return true;
        }
        Count known = counts.get(list);
        int before = known == null ? phase(list, every) : known.readAt().equals(readAt) ? known.polls() : 0;
        counts.put(list, new Count(readAt, before + 1));
        return before + 1 >= every || isTooLongAgo(list, readAt);
    }

    /** Overdue lists are spread over the day after the start, not read all at once. */
    private boolean isTooLongAgo(String list, Instant readAt) {
        Instant spread = begun.minus(AT_LATEST.dividedBy(PARTS_OF_A_DAY).multipliedBy(phase(list, PARTS_OF_A_DAY)));
        return (readAt.isAfter(spread) ? readAt : spread).plus(AT_LATEST).isBefore(clock.instant());
    }

    private int phase(String list, int bound) {
        long mixed = (seed ^ list.hashCode()) * 0x9E3779B97F4A7C15L;
        return (int) Math.floorMod(mixed >>> 20, (long) bound);
    }
}
