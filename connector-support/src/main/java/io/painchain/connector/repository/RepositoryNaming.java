package io.painchain.connector.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiPredicate;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.repository.RepositoryAccess.Located;

/** The provider's id survives renames; a configured name may lead to another repository one day. */
final class RepositoryNaming<R extends PageReader> {

    private static final Logger LOG = Logger.getLogger(RepositoryNaming.class);
    private static final Duration NAME_CHECK = Duration.ofHours(1);

    private final CrawlContext with;
    private final RepositoryAccess<R> access;
    private final BiPredicate<Long, String> claim;
    private final String name;
    private final RepositoryStanding standing;
    private final Runnable begun;
    private static final Duration FAILED_CHECK = Duration.ofMinutes(5);
    private Instant checkedAt;
    private boolean duplicate;

    /** @param begun runs when the name leads to another repository than before */
    RepositoryNaming(CrawlContext with, RepositoryAccess<R> access, BiPredicate<Long, String> claim,
            RepositoryStanding standing, Runnable begun) {
        this.with = with;
        this.access = access;
        this.claim = claim;
        this.name = access.name();
        this.standing = standing;
        this.begun = begun;
    }

    /** Whether the repository is read under another of its names. */
    boolean duplicate() {
        return duplicate;
    }

    /** Looks the name up again at the next opportunity, after a redirect or a 404. */
    void doubt() {
        checkedAt = null;
    }

    /** A probe with the known id and name replaces a lookup; one with another name asks for it. */
    void confirm(Sight sight, Instant now) {
        boolean sameId = sight.repositoryId() == standing.state().repositoryId();
        if (sameId && sight.fullName() != null && !standing.state().project().equals(sight.fullName())) {
            doubt();
        } else if (sameId && checkedAt != null) {
            checkedAt = now;
        }
    }

    String notFound() {
        return access.notFound();
    }

    void check() {
        try {
            lookUp();
        } catch (ProviderException e) {
            boolean all = e.concernsAll() || e.unreachable() && !e.timedOut();
            if (all || standing.state() == null) {
                throw e;
            }
            // The id is known, so reading goes on under that name, and the record is retried soon.
            LOG.debugf(e, "Integration %s: the record of %s", with.integrationId(), name);
            checkedAt = with.clock().instant().minus(NAME_CHECK).plus(FAILED_CHECK);
        }
    }

    private void lookUp() {
        Instant now = with.clock().instant();
        if (checkedAt != null && now.isBefore(checkedAt.plus(NAME_CHECK))) {
            return;
        }
        PageTag tag = standing.state() == null
                ? with.checkpoints().under(name).map(CheckpointBook.Entry::state)
                        .map(RepositoryState::repositoryEtag).orElse(null)
                : standing.state().repositoryEtag();
        with.goOn().run();
        Optional<Located> found = access.lookUp(tag);
        if (found.isPresent()) {
            settle(found.get());
        } else if (standing.state() == null) {
            RepositoryState known = with.checkpoints().under(name).orElseThrow().state();
            settle(new Located(known.repositoryId(), known.project(), tag));
        }
        checkedAt = now;
    }

    void checkAgain() {
        doubt();
        standing.forgetNameTag();
        check();
    }

    boolean stillThere() {
        return access.stillThere(standing.state());
    }

    private void settle(Located repository) {
        duplicate = !claim.test(repository.id(), name);
        if (duplicate) {
            LOG.infof("Integration %s: %s is read under another of its names", with.integrationId(), name);
            return;
        }
        if (standing.settle(repository.id(), repository.fullName(), repository.tag())) {
            begun.run();
        }
    }
}
