package io.painchain.github.sync;

import java.util.List;

import org.jboss.logging.Logger;

import io.painchain.github.github.Repository;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.github.Unreadable;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.model.CheckpointResult;
import io.painchain.model.Coverage;

/** Where a repository stands: what is known in memory, and what of it the backend has stored. */
final class RepositoryStanding {

    private static final Logger LOG = Logger.getLogger(RepositoryStanding.class);

    private final RepositorySurroundings with;
    private final RepositoryName name;
    private CheckpointBook.Entry stored;
    private RepositoryState state;

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
     * Everything that was found first, then what holds because it is stored.
     *
     * @param coverage what is covered then; it rides along and is not worth a request of its own
     * @return whether it was taken; else another connector was faster, and everything is to be read again
     */
    boolean store(Crawl crawl, List<Coverage> coverage) {
        for (Unreadable record : crawl.unreadable()) {
            with.publisher().setAside(with.integrationId(), record.raw(), record.detail());
        }
        boolean more = crawl.state().saysMoreThan(stored.state());
        if (!crawl.drafts().isEmpty() || more) {
            with.goOn().run();
            CheckpointResult result = with.publisher().publish(with.integrationId(),
                    Lateness.mark(crawl.drafts(), state, with.clock().instant()),
                    more ? CheckpointBook.write(stored, crawl.state()) : null, coverage);
            if (result != null && result.outcome() == CheckpointResult.Outcome.stale) {
                giveWay(result);
                return false;
            }
            stored = result == null ? stored : new CheckpointBook.Entry(stored.key(), result.version(), crawl.state());
            with.checkpoints().put(stored);
        }
        state = crawl.state();
        return true;
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
        stored = new CheckpointBook.Entry(stored.key(), result.version(), state);
        with.checkpoints().put(stored);
    }
}
