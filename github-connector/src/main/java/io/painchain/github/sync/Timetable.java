package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * When which part of a repository is due. What was hinted at stays due until it has been read; what fails is asked again at
 * growing distances, what is withheld seldom.
 */
final class Timetable {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final Duration WITHHELD_RETRY = Duration.ofMinutes(15);
    private static final Duration ACTIVITY_RETRY = Duration.ofHours(1);

    /** What did not move as far as a look can tell is read so often all the same. */
    private static final Duration VOUCHED = Duration.ofHours(1);
    private static final Duration VOUCH_HOLDS = Duration.ofMinutes(3);

    private final Cadences cadences;
    private final long stagger;
    private final Map<Part, Instant> dueAt = new EnumMap<>(Part.class);
    private final Map<Part, Instant> retryAt = new EnumMap<>(Part.class);
    private final Map<Part, Integer> failures = new EnumMap<>(Part.class);
    private final Map<Part, Instant> doneAt = new EnumMap<>(Part.class);
    private Instant sweepAt;
    private final Map<Part, Instant> vouchedAt = new EnumMap<>(Part.class);
    private final Set<Part> hinted = EnumSet.noneOf(Part.class);

    /** @param seed tells repositories apart, so that not all are read in the same minute */
    Timetable(Cadences cadences, long seed) {
        this.cadences = cadences;
        this.stagger = Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 11, 1000L);
    }

    /**
     * @param slack how long until the next chance
     * @param since when the read was decided on: what a look vouched for then need not be read, however long the read waited
     */
    boolean isDue(Part part, Instant now, Duration slack, Instant since) {
        if (now.isBefore(retryAt.getOrDefault(part, Instant.MIN))) {
            return false;
        }
        Instant due = dueAt.getOrDefault(part, Instant.MIN);
        if (vouched(part, since)) {
            return hinted.contains(part) || !now.isBefore(doneAt.get(part).plus(vouchedFor(part)));
        }
        boolean regular = part == Part.FEED ? !now.isBefore(due) : now.plus(slack).isAfter(due);
        return part == Part.RUNS || hinted.contains(part) || regular;
    }

    /**
     * When the last read of the part began that was stored, {@code null}: never.
     *
     * @param ahead by how much the clock by which that is wanted is ahead of ours
     */
    Instant doneAt(Part part, Duration ahead) {
        Instant at = doneAt.get(part);
        return at == null ? null : at.plus(ahead);
    }

    /** Somebody looked at these parts, and nothing moved but what was hinted at. */
    void vouch(Set<Part> parts, Instant now) {
        parts.forEach(part -> vouchedAt.put(part, now));
    }

    boolean isHinted(Part part) {
        return hinted.contains(part);
    }

    /** Of the feed and the branches a look leaves so little that they are looked through as seldom as the sweep comes. */
    private Duration vouchedFor(Part part) {
        boolean seldom = part == Part.FEED || part == Part.COMMITS;
        return seldom && cadences.sweep().compareTo(VOUCHED) > 0 ? cadences.sweep() : VOUCHED;
    }

    private boolean vouched(Part part, Instant since) {
        return vouchedAt.containsKey(part) && doneAt.containsKey(part)
                && since.isBefore(vouchedAt.get(part).plus(VOUCH_HOLDS));
    }

    /**
     * The first one comes when a whole interval, or most of it, is over: what was just read needs none.
     *
     * @param room whether the quota leaves room for it; where it does not, it is put off, but not for more than two intervals
     */
    boolean sweepIsDue(Instant now, boolean room) {
        if (sweepAt == null) {
            sweepAt = now.plus(cadences.sweep().dividedBy(2)).plus(cadences.sweep().multipliedBy(stagger).dividedBy(2000));
        }
        return !now.isBefore(room ? sweepAt : sweepAt.plus(cadences.sweep().multipliedBy(2)));
    }

    void swept(Instant now) {
        sweepAt = now.plus(cadences.sweep());
    }

    void hint(Set<Part> parts) {
        hinted.addAll(parts);
    }

    void done(Part part, Instant now) {
        boolean first = !dueAt.containsKey(part);
        Duration interval = interval(part);
        dueAt.put(part, now.plus(first ? interval.multipliedBy(stagger).dividedBy(1000) : interval));
        doneAt.put(part, now);
        hinted.remove(part);
        retryAt.remove(part);
        failures.remove(part);
    }

    void feedDone(Instant now, Duration pollInterval) {
        done(Part.FEED, now);
        Duration wait = pollInterval == null ? cadences.feed() : pollInterval;
        dueAt.put(Part.FEED, now.plus(wait));
    }

    /** The feed stands in for the activity, which is asked for again only now and then. */
    void activityAway(Instant now) {
        hinted.remove(Part.PUSHES);
        retryAt.put(Part.PUSHES, now.plus(ACTIVITY_RETRY));
    }

    void failed(Part part, Instant now, boolean withheld) {
        int count = failures.merge(part, 1, Integer::sum);
        Duration retry = withheld ? WITHHELD_RETRY : FIRST_RETRY.multipliedBy(1L << Math.min(count - 1, 10));
        retryAt.put(part, now.plus(!withheld && retry.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry));
    }

    private Duration interval(Part part) {
        return switch (part) {
            case FEED -> cadences.feed();
            case RUNS -> Duration.ZERO;
            case ITEMS, PUSHES, COMMITS, DEPLOYMENTS -> cadences.resources();
            case RELEASES, TAGS -> cadences.releases();
        };
    }
}
