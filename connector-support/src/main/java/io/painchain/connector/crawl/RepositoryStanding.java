package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.ledger.Lateness;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.Unreadable;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;

public final class RepositoryStanding {

    private static final Logger LOG = Logger.getLogger(RepositoryStanding.class);
    private static final Duration FOLLOWED = Duration.ofHours(6);

    private final CrawlContext with;
    private final String name;
    private CheckpointBook.Entry stored;
    private RepositoryState state;
    private final Map<String, Coverage> covered = new LinkedHashMap<>();

    public RepositoryStanding(CrawlContext with, String name) {
        this.with = with;
        this.name = name;
    }

    /** {@code null} until the repository was found. */
    public RepositoryState state() {
        return state;
    }

    /** @return whether another repository has this name now, so that everything starts anew */
    public boolean settle(long repositoryId, String fullName, PageTag etag) {
        boolean other = state == null || state.repositoryId() != repositoryId;
        if (other) {
            stored = with.checkpoints().of(repositoryId, name, fullName);
            state = stored.state();
        }
        state = state.named(fullName, etag);
        return other;
    }

    /** @param id the provider's, or null; it counts where both are known, because names change */
    public boolean isAt(Long id, String fullName) {
        return state == null || id == null ? name.equalsIgnoreCase(fullName) : id == state.repositoryId();
    }

    /** The provider's id of it; {@code null}: unknown. */
    public String externalId() {
        return state == null ? null : String.valueOf(state.repositoryId());
    }

    /** Whether something recent is still running. */
    public boolean goesOn(Instant now) {
        return state != null && state.goesOnSince(now.minus(FOLLOWED));
    }

    public void forgetNameTag() {
        state = state.named(state.project(), null);
    }

    /**
     * Stores drafts, then state; a state without drafts waits for the next ones or {@link #storeRest}.
     *
     * @return false where another connector was faster: everything is to be read again
     */
    public boolean store(Findings found, List<Coverage> coverage) {
        for (Unreadable record : found.unreadable()) {
            with.publisher().setAside(with.integrationId(), record.raw(), record.detail());
        }
        coverage.forEach(line -> covered.put(line.source(), line));
        if (found.drafts().isEmpty()) {
            state = found.state();
            return true;
        }
        return store(Lateness.mark(found.drafts(), state, with.clock().instant()), found.state());
    }

    /** Stores drafts that change nothing of the state, as what a webhook said. */
    public void post(List<EventDraft> drafts) {
        if (!drafts.isEmpty()) {
            publish(Lateness.mark(drafts, state, with.clock().instant()), null, List.of());
        }
    }

    /** @return as of {@link #store(Findings, List)} */
    public boolean storeRest() {
        boolean taken = !state.saysMoreThan(stored.state()) || store(List.of(), state);
        covered.clear();
        return taken;
    }

    private boolean store(List<EventDraft> drafts, RepositoryState next) {
        RepositoryState after = next;
        CheckpointResult result = publish(drafts, after.saysMoreThan(stored.state()) ? after : null,
                List.copyOf(covered.values()));
        covered.clear();
        while (isStale(result) && takesOverBegin(result)) {
            after = new PastFindings(stored.state().ledger(), stored.state().details()).onTopOf(after, with.clock().instant());
            result = publish(List.of(), after, List.of());
        }
        if (isStale(result)) {
            giveWay(result);
            return false;
        }
        keep(result == null ? stored : new CheckpointBook.Entry(stored.key(), result.version(), after));
        state = after;
        return true;
    }

    /** @param to until when the past was read; sources not covered from then on stay */
    public void reach(PastFindings past, Instant to) {
        for (;;) {
            RepositoryState further = past.joining(stored.state(), to).onTopOf(stored.state(), with.clock().instant());
            if (further.equals(stored.state())) {
                return;
            }
            CheckpointResult result = publish(List.of(), further, List.of());
            RepositoryState now = isStale(result) ? with.checkpoints().read(stored.key(), result.value()) : further;
            if (now == null || now.repositoryId() != further.repositoryId()) {
                return;
            }
            keep(new CheckpointBook.Entry(stored.key(), result.version(), now));
        }
    }

    private CheckpointResult publish(List<EventDraft> drafts, RepositoryState next, List<Coverage> coverage) {
        with.goOn().run();
        return with.publisher().publish(with.integrationId(), drafts, next == null ? null : CheckpointBook.write(stored, next),
                coverage);
    }

    private void keep(CheckpointBook.Entry entry) {
        stored = entry;
        with.checkpoints().put(entry);
    }

    private static boolean isStale(CheckpointResult result) {
        return result != null && result.outcome() == CheckpointResult.Outcome.stale;
    }

    /** @return whether the other writer only moved the ledger's begin back or lacks more details, as a backfill does */
    private boolean takesOverBegin(CheckpointResult result) {
        RepositoryState theirs = with.checkpoints().read(stored.key(), result.value());
        boolean only = theirs != null
                && new PastFindings(theirs.ledger(), theirs.details()).onTopOf(stored.state(), with.clock().instant())
                        .forgetTags().equals(theirs.forgetTags());
        if (only) {
            keep(new CheckpointBook.Entry(stored.key(), result.version(), theirs));
        }
        return only;
    }

    /** Takes over the other's state without ETags: the slower writer may have undone changes within the margin. */
    private void giveWay(CheckpointResult result) {
        LOG.infof("Integration %s: another connector reads %s, too; going on from where it stands", with.integrationId(), name);
        RepositoryState theirs = with.checkpoints().read(stored.key(), result.value());
        if (theirs != null && theirs.repositoryId() != state.repositoryId()) {
            // The other repository had this name first.
            with.checkpoints().put(new CheckpointBook.Entry(stored.key(), result.version(), theirs));
            stored = with.checkpoints().of(state.repositoryId(), name, state.project());
            state = stored.state().named(state.project(), null);
            return;
        }
        state = theirs == null
                ? RepositoryState.first(with.kinds(), state.repositoryId(), state.identity()).named(state.project(), null)
                : theirs.forgetTags();
        keep(new CheckpointBook.Entry(stored.key(), result.version(), state));
    }
}
