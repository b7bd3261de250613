package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.ChangeKind;

/** A hint holds until the read; failures are retried at growing intervals, withheld kinds seldom. */
public final class Timetable {

    private static final Duration FIRST_RETRY = Duration.ofSeconds(5);
    private static final Duration LONGEST_RETRY = Duration.ofMinutes(5);
    private static final Duration WITHHELD_RETRY = Duration.ofMinutes(15);
    private static final Duration AWAY_RETRY = Duration.ofHours(1);

    /** Longest interval of what a probe vouches for. */
    private static final Duration VOUCHED = Duration.ofHours(1);
    private static final Duration VOUCH_HOLDS = Duration.ofMinutes(3);
    /** Sweeps, and reads of what a probe vouches for too, come less often where a webhook and the lists agree. */
    private static final int SPARED = 3;
    /** So long a list waits for further deliveries that it completes: no longer than without webhooks. */
    static final Duration GATHERED = Duration.ofMinutes(5);

    private final Cadences cadences;
    private final long stagger;
    private final Map<String, Instant> dueAt = new HashMap<>();
    private final Map<String, Instant> retryAt = new HashMap<>();
    private final Map<String, Integer> failures = new HashMap<>();
    private final Map<String, Instant> doneAt = new HashMap<>();
    /** Next retry after a partial failure, whatever a probe vouches for. */
    private final Map<String, Instant> soonAt = new HashMap<>();
    private Instant sweepAt;
    private Instant sweptAt = Instant.MIN;
    private final Map<String, Instant> vouchedAt = new HashMap<>();
    private final Set<String> hinted = new HashSet<>();
    private Set<String> told = Set.of();
    /** Those that it told of before it was no longer relied on. */
    private Set<String> leftAlone = Set.of();
    private Instant leftAloneAt = Instant.MIN;
    private Instant verifyingSince = Instant.MIN;
    private volatile Instant awaitedSince;

    /** @param seed spreads repositories, so that not all are read in the same minute */
    public Timetable(Cadences cadences, long seed) {
        this.cadences = cadences;
        this.stagger = Math.floorMod(seed * 0x9E3779B97F4A7C15L >>> 11, 1000L);
    }

    /** @param slack time until the next chance; {@code since}: when the read was decided, vouching of then counts */
    public boolean isDue(ChangeKind<?> kind, Instant now, Duration slack, Instant since) {
        String name = kind.name();
        if (now.isBefore(retryAt.getOrDefault(name, Instant.MIN))) {
            return false;
        }
        if (soonAt.containsKey(name) && now.plus(slack).isAfter(soonAt.get(name))) {
            return true;
        }
        Cadence cadence = kind.cadence(cadences);
        if (vouched(name, since)) {
            return hinted.contains(name) || !now.isBefore(dueVouched(name, vouchedFor(cadence)));
        }
        if (isTold(name)) {
            return hinted.contains(name) || doneAt.get(name).isBefore(verifyingSince);
        }
        Instant due = dueAt.getOrDefault(name, Instant.MIN);
        boolean regular = cadence.exact() ? !now.isBefore(due) : now.plus(slack).isAfter(due);
        return cadence.interval().isZero() || hinted.contains(name) || regular;
    }

    /** A sweep has read the lists, too. What a webhook told of until lately was verified until then. */
    private Instant dueVouched(String kind, Duration longest) {
        Instant read = doneAt.get(kind);
        Instant spared = (read.isBefore(sweptAt) ? sweptAt : read).plus(longest.multipliedBy(SPARED + 1L));
        if (isTold(kind)) {
            return spared;
        }
        return leftAlone.contains(kind) ? unspared(read.plus(longest), spared, longest) : read.plus(longest);
    }

    /** A webhook that is not relied on for some minutes brings nothing forward. */
    private Instant unspared(Instant usual, Instant spared, Duration interval) {
        Instant after = leftAloneAt.plus(interval);
        Instant later = after.isAfter(usual) ? after : usual;
        return later.isBefore(spared) ? later : spared;
    }

    /** @param kinds that a webhook tells of: they are read where hinted, and once after {@code verifying} */
    void relyOn(Set<String> kinds, Instant verifying) {
        told = kinds;
        verifyingSince = verifying;
    }

    void relyOnNone(Instant now) {
        if (!told.isEmpty()) {
            leftAlone = told;
            leftAloneAt = now;
        }
        relyOn(Set.of(), Instant.MIN);
    }

    boolean reliesOnHooks() {
        return !told.isEmpty();
    }

    /** Whether a webhook tells of it and it was read before. */
    boolean isTold(String kind) {
        return told.contains(kind) && doneAt.containsKey(kind);
    }

    /** Whether anything is left to be read soon, now that a webhook is relied on. */
    public boolean isAwaited(Instant now) {
        boolean isHinted = hinted.stream().anyMatch(doneAt::containsKey);
        awaitedSince = !isHinted ? null : awaitedSince == null ? now : awaitedSince;
        return !failures.isEmpty() || !soonAt.isEmpty() || isHinted && !now.isBefore(awaitedSince.plus(GATHERED))
                || told.stream().anyMatch(kind -> isTold(kind) && doneAt.get(kind).isBefore(verifyingSince)
                        && vouchedAt.getOrDefault(kind, Instant.MIN).isBefore(verifyingSince.minus(VOUCH_HOLDS)));
    }

    /** @param ahead offset of the wanted clock to ours; the result is {@code null} where no read was stored */
    Instant doneAt(String kind, Duration ahead) {
        Instant at = doneAt.get(kind);
        return at == null ? null : at.plus(ahead);
    }

    /** A probe covered these kinds, and nothing moved beyond the hints. */
    void vouch(Set<String> kinds, Instant now) {
        kinds.forEach(kind -> vouchedAt.put(kind, now));
    }

    boolean isHinted(String kind) {
        return hinted.contains(kind);
    }

    private Duration vouchedFor(Cadence cadence) {
        Duration longest = cadence.seldom() ? cadences.sweep() : cadence.interval();
        return longest.compareTo(VOUCHED) > 0 ? longest : VOUCHED;
    }

    private boolean vouched(String kind, Instant since) {
        return vouchedAt.containsKey(kind) && doneAt.containsKey(kind)
                && since.isBefore(vouchedAt.get(kind).plus(holds()));
    }

    /** A webhook tells what comes after the look. */
    private Duration holds() {
        return told.isEmpty() ? VOUCH_HOLDS : HookTrust.VERIFIED_EVERY.plus(VOUCH_HOLDS);
    }

    /** The first sweep comes after most of an interval; without {@code room} at most two intervals late. */
    public boolean sweepIsDue(Instant now, boolean room) {
        if (sweepAt == null) {
            sweepAt = now.plus(cadences.sweep().dividedBy(2)).plus(cadences.sweep().multipliedBy(stagger).dividedBy(2000));
        }
        Instant spared = sweepAt.plus(cadences.sweep().multipliedBy(SPARED));
        Instant due = !told.isEmpty() ? spared
                : leftAlone.isEmpty() ? sweepAt : unspared(sweepAt, spared, cadences.sweep());
        return !now.isBefore(room ? due : due.plus(cadences.sweep().multipliedBy(2)));
    }

    /** @param whole whether it came to its end */
    public void swept(Instant now, boolean whole) {
        sweepAt = now.plus(cadences.sweep());
        sweptAt = whole ? now : sweptAt;
    }

    public void hint(Collection<String> kinds) {
        hinted.addAll(kinds);
    }

    /** @param again the wait that the provider asks for; {@code null}: none */
    void done(ChangeKind<?> kind, Instant now, Duration again) {
        String name = kind.name();
        Cadence cadence = kind.cadence(cadences);
        boolean staggered = !dueAt.containsKey(name) && !cadence.exact();
        Duration interval = again == null ? cadence.interval() : again;
        dueAt.put(name, now.plus(staggered ? interval.multipliedBy(stagger).dividedBy(1000) : interval));
        doneAt.put(name, now);
        soonAt.remove(name);
        if (again != null && !cadence.exact()) {
            soonAt.put(name, now.plus(again));
        }
        hinted.remove(name);
        retryAt.remove(name);
        failures.remove(name);
    }

    /** Another kind stands in; its own source is retried only now and then. */
    void away(String kind, Instant now) {
        hinted.remove(kind);
        retryAt.put(kind, now.plus(AWAY_RETRY));
    }

    public void failed(String kind, Instant now, boolean withheld) {
        int count = failures.merge(kind, 1, Integer::sum);
        Duration retry = withheld ? WITHHELD_RETRY : FIRST_RETRY.multipliedBy(1L << Math.min(count - 1, 10));
        retryAt.put(kind, now.plus(!withheld && retry.compareTo(LONGEST_RETRY) > 0 ? LONGEST_RETRY : retry));
    }
}
