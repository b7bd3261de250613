package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationHook;

/**
 * Whether a repository's webhook is relied on: lists are then read where it says so, and regularly to verify it. A list that
 * shows what the webhook should have told has all verified at once; several such events end it until the next comparison of its
 * deliveries.
 */
public final class HookTrust {

    public static final Duration VERIFIED_EVERY = Duration.ofMinutes(15);
    /** Without a new comparison. */
    private static final Duration HOLDS = Duration.ofMinutes(20);
    /** So many events that lists showed first are deliveries that were lost, or are late; more are a webhook that fails. */
    private static final int LOST_AT_MOST = 2;
    /** So long one verification takes. */
    private static final Duration AT_ONCE = Duration.ofMinutes(1);
    /** As long as a delivery may take, and the list that completes it. */
    private static final Duration UNDER_WAY = Timetable.GATHERED.plus(Duration.ofMinutes(2));

    private final Kinds kinds;
    private IntegrationHook hook;
    private Instant reliedSince;
    private Instant missedAt;
    /** Events that a list showed first. */
    private final Set<String> missed = new HashSet<>();
    private Instant verifyingSince;
    private Instant reported = Instant.MIN;

    public HookTrust(Kinds kinds) {
        this.kinds = kinds;
    }

    /** @param now the repository's, or {@code null}; {@code except}: the last comparison missed something of this repository */
    public synchronized void take(IntegrationHook now, boolean except, Instant at) {
        boolean before = isRelied(at);
        hook = now != null && except ? now.notVouching(hook == null ? now.since() : hook.verifiedAt()) : now;
        if (missedAt != null && hook != null && hook.verifiedAt().isAfter(missedAt)) {
            missed.clear();
        }
        if (!before && isRelied(at)) {
            reliedSince = at;
            verifyingSince = at;
        }
    }

    public synchronized boolean isRelied(Instant now) {
        return hook != null && hook.vouches() && tellsAll() && now.isBefore(hook.verifiedAt().plus(HOLDS))
                && (missed.size() <= LOST_AT_MOST || hook.verifiedAt().isAfter(missedAt));
    }

    public synchronized boolean verificationIsDue(Instant now) {
        return isRelied(now) && !now.isBefore(verifyingSince.plus(VERIFIED_EVERY));
    }

    /** Begins a verification where one is due; what it does not tell is read as usual. */
    public synchronized void schedule(Timetable timetable, Instant now) {
        if (!isRelied(now)) {
            timetable.relyOnNone(now);
            return;
        }
        verifyingSince = verificationIsDue(now) ? now : verifyingSince;
        timetable.relyOn(kinds.all().stream().filter(HookTrust::tells).map(ChangeKind::name).collect(Collectors.toSet()),
                verifyingSince);
    }

    /** One that tells of some kinds only would leave the others unread. */
    private boolean tellsAll() {
        return isAsked() && kinds.all().stream().anyMatch(HookTrust::tells) && (hook.events().isEmpty()
                || kinds.all().stream().allMatch(kind -> hook.events().containsAll(kind.hookEvents())));
    }

    /** What an App's webhook sends, which is of no place, is chosen on the App's page, whatever is asked for. */
    private boolean isAsked() {
        return hook.repository() != null && !hook.repository().isBlank();
    }

    private static boolean tells(ChangeKind<?> kind) {
        return !kind.hookEvents().isEmpty();
    }

    /**
     * Compares what a list shows with what was told.
     *
     * @param known whether an event was posted before
     */
    public synchronized void compare(ChangeKind<?> kind, Collection<EventDraft> drafts, Predicate<String> known, Instant now) {
        if (!isRelied(now) || !tells(kind)) {
            return;
        }
        Instant until = now.minus(UNDER_WAY);
        List<String> untold = drafts.stream().filter(draft -> draft.timestamp().isAfter(reliedSince)
                && draft.timestamp().isBefore(until) && kinds.dating(draft).isPresent()
                && !known.test(draft.externalId())).map(EventDraft::externalId).toList();
        if (!untold.isEmpty()) {
            missed.addAll(untold);
            missedAt = now;
            boolean isVerifying = now.isBefore(verifyingSince.plus(AT_ONCE));
            verifyingSince = isVerifying ? verifyingSince : now.minus(VERIFIED_EVERY);
        }
    }

    /** What comes late has come: once nothing is missing any more, it is relied on again. */
    public synchronized void came(Collection<EventDraft> drafts) {
        if (!missed.isEmpty()) {
            drafts.forEach(draft -> missed.remove(draft.externalId()));
            missedAt = missed.isEmpty() ? null : missedAt;
        }
    }

    /** The ledger's lines of what webhooks told, where they have advanced; what a list showed to be missing ends them. */
    public synchronized List<Coverage> lines(String repository) {
        if (hook == null || !isAsked() || !hook.verifiedAt().isAfter(reported)) {
            return List.of();
        }
        Instant from = missedAt == null || missedAt.isBefore(hook.since()) ? hook.since() : missedAt;
        if (from.isAfter(hook.verifiedAt())) {
            return List.of();
        }
        return events().stream().map(event -> new Coverage(repository, Coverage.BY_HOOK + event, from, hook.verifiedAt(),
                hook.verifiedAt(), null)).toList();
    }

    public synchronized void reported(Collection<Coverage> lines) {
        lines.stream().filter(line -> line.source().startsWith(Coverage.BY_HOOK)).map(Coverage::verifiedAt)
                .forEach(at -> reported = at.isAfter(reported) ? at : reported);
    }

    private Set<String> events() {
        return new TreeSet<>(hook.events().isEmpty()
                ? kinds.all().stream().flatMap(kind -> kind.hookEvents().stream()).toList()
                : hook.events());
    }
}
