package io.painchain.connector.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Kinds;
import io.painchain.model.event.EventDraft;

/** Late is what ended over ten minutes ago in a time already covered. The backend heeds the mark on new events only. */
public final class Lateness {

    /** As long as the feed and slower lists may take. */
    public static final Duration LATE = Duration.ofMinutes(10);
    private static final String FIELD = "seen_late";

    private Lateness() {
    }

    /** @param before the state when they were found; the order stays */
    public static List<EventDraft> mark(List<EventDraft> drafts, RepositoryState before, Instant now) {
        return drafts.stream().map(draft -> isLate(draft, before, now) ? Drafts.with(draft, FIELD, now.toString()) : draft)
                .toList();
    }

    private static boolean isLate(EventDraft draft, RepositoryState before, Instant now) {
        Kinds kinds = before.slices().kinds();
        Instant over = draft.endTimestamp() == null ? draft.timestamp() : draft.endTimestamp();
        return over.isBefore(now.minus(LATE))
                && kinds.dating(draft).filter(source -> before.covers(source.key(), draft.timestamp())).isPresent();
    }
}
