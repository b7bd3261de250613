package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.Drafts;
import io.painchain.model.event.EventDraft;

/**
 * Says of what was seen late when that was. Late is what was over for more than ten minutes and belongs to a time that was
 * covered already; what a first sync takes is old, not late. That the backend heeds it only of an event that it did not have
 * makes it safe to say of drafts that are merely sent again.
 */
final class Lateness {

    /** As long as the feed and the slower lists may regularly take. */
    static final Duration LATE = Duration.ofMinutes(10);

    private static final String FIELD = "seen_late";

    /** By event type the ledger's source. Commits are not among them: their time is when they were made, not when they came. */
    private static final Map<String, String> SOURCES = Map.of("workflow_run", "runs", "pull_request", "pulls",
            "pull_request_review", "pulls", "issue", "issues", "push", "pushes", "branch", "pushes", "release", "releases",
            "deployment", "deployments", "deployment_status", "deployments", "tag", "tags");

    private Lateness() {
    }

    /**
     * @param before where the repository stood when they were found
     * @return the same drafts in their order, the late ones with {@code data.seen_late}
     */
    static List<EventDraft> mark(List<EventDraft> drafts, RepositoryState before, Instant now) {
        return drafts.stream().map(draft -> isLate(draft, before, now) ? Drafts.with(draft, FIELD, now.toString()) : draft)
                .toList();
    }

    private static boolean isLate(EventDraft draft, RepositoryState before, Instant now) {
        String source = SOURCES.get(draft.type());
        Instant over = draft.endTimestamp() == null ? draft.timestamp() : draft.endTimestamp();
        return source != null && before.covers(source, draft.timestamp()) && over.isBefore(now.minus(LATE))
                && !isUnpublished(draft);
    }

    /** A draft of a release has the time of its commit. */
    private static boolean isUnpublished(EventDraft draft) {
        return "release".equals(draft.type()) && "draft".equals(draft.status());
    }
}
