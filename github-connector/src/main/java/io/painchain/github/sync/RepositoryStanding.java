package io.painchain.github.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jboss.logging.Logger;

import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.Unreadable;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.model.event.CheckpointResult;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;

/** Where a repository stands: what is known in memory, and what of it the backend has stored. */
final class RepositoryStanding {

    private static final Logger LOG = Logger.getLogger(RepositoryStanding.class);

    private final RepositorySurroundings with;
    private final RepositoryName name;
    private CheckpointBook.Entry stored;
    private RepositoryState state;
    private final Map<String, Coverage> covered = new LinkedHashMap<>();

    RepositoryStanding(RepositorySurroundings with, RepositoryName name) {
        this.with = with;
        this.name = name;
    }

    /** {@code null} until the repository was found. */
    RepositoryState state() {
        return state;
    }

    RepositoryScope scope(List<String> tags) {
        return new RepositoryScope(state.identity(), state.project(), state.repositoryId(), with.integrationId(), tags);
    }

    /** @return whether this is another repository than before, so that everything begins anew */
    boolean settle(Repository repository, PageTag etag) {
        boolean other = state == null || state.repositoryId() != repository.id();
        if (other) {
            stored = with.checkpoints().of(repository.id(), name.toString()).orFirst(repository);
            state = stored.state();
        }
        state = state.named(repository.fullName(), etag);
        return other;
    }

    void forgetNameTag() {
        state = state.named(state.project(), null);
    }

    /**
     * Everything that was found first, then what holds because it is stored. Where nothing was found, what holds now is not
     * worth a request of its own: it is stored with what is found next, or by {@link #storeRest}.
     *
     * @param coverage what is covered then; it rides along and is not worth a request of its own
     * @return whether it was taken; else another connector was faster, and everything is to be read again
     */
    boolean store(Crawl crawl, List<Coverage> coverage) {
        for (Unreadable record : crawl.unreadable()) {
            with.publisher().setAside(with.integrationId(), record.raw(), record.detail());
        }
        coverage.forEach(line -> covered.put(line.source(), line));
        if (crawl.drafts().isEmpty()) {
            state = crawl.state();
            return true;
        }
        return store(Lateness.mark(crawl.drafts(), state, with.clock().instant()), crawl.state());
    }

    /** @return as of {@link #store(Crawl, List)} */
    boolean storeRest() {
        boolean taken = !state.saysMoreThan(stored.state()) || store(List.of(), state);
        covered.clear();
        return taken;
    }

    private boolean store(List<EventDraft> drafts, RepositoryState next) {
        RepositoryState found = next;
        CheckpointResult result = publish(drafts, found.saysMoreThan(stored.state()) ? found : null,
                List.copyOf(covered.values()));
        covered.clear();
        while (isStale(result) && takesOverBegin(result)) {
            found = found.reaching(stored.state().ledger());
            result = publish(List.of(), found, List.of());
        }
        if (isStale(result)) {
            giveWay(result);
            return false;
        }
        keep(result == null ? stored : new CheckpointBook.Entry(stored.key(), result.version(), found));
        state = found;
        return true;
    }

    /**
     * Moves the begin of the ledger back in the checkpoint, also where somebody else writes that meanwhile. What is not covered
     * from {@code to} on stays as it is.
     *
     * @param back by source, since when all up to {@code to} was read
     */
    void reach(Map<String, Instant> back, Instant to) {
        for (;;) {
            Map<String, Instant> joining = new HashMap<>(back);
            joining.keySet().removeIf(source -> !stored.state().covers(source, to));
            RepositoryState further = stored.state().reaching(joining);
            if (further.equals(stored.state())) {
                return;
            }
            CheckpointResult result = publish(List.of(), further, List.of());
            RepositoryState now = isStale(result) ? CheckpointBook.read(stored.key(), result.value()) : further;
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

    /** @return whether somebody else moved the begin of the ledger back and did no more, as a backfill does */
    private boolean takesOverBegin(CheckpointResult result) {
        RepositoryState theirs = CheckpointBook.read(stored.key(), result.value());
        boolean only = theirs != null
                && stored.state().reaching(theirs.ledger()).forgetTags().equals(theirs.forgetTags());
        if (only) {
            keep(new CheckpointBook.Entry(stored.key(), result.version(), theirs));
        }
        return only;
    }

    /**
     * What the other connector stored is taken over without ETags, because whichever of the two was behind may have set back
     * what changed within the margin.
     */
    private void giveWay(CheckpointResult result) {
        LOG.infof("Integration %s: another connector reads %s, too; going on from where it stands", with.integrationId(), name);
        RepositoryState theirs = CheckpointBook.read(stored.key(), result.value());
        state = theirs == null || theirs.repositoryId() != state.repositoryId()
                ? RepositoryState.first(state.repositoryId(), state.identity()).named(state.project(), null)
                : theirs.forgetTags();
        keep(new CheckpointBook.Entry(stored.key(), result.version(), state));
    }
}
