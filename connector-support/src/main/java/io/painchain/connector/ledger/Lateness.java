package io.painchain.connector.ledger;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Kinds;
import io.painchain.model.event.EventDraft;

/**
 * Says of what was seen late when that was. Late is what was over for more than ten minutes and belongs to a time that was
 * covered already. The backend heeds it only of an event that it did not have, so drafts that are sent again may bear it, too.
 */
public final class Lateness {

    /** As long as the feed and the slower lists may regularly take. */
    public static final Duration LATE = Duration.ofMinutes(10);
    private static final String FIELD = "seen_late";

    private Lateness() {
    }

    /**
     * @param before where the repository stood when they were found
     * @return the same drafts in their order, the late ones with {@code data.seen_late}
     */
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
