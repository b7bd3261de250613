package io.painchain.github.repository;

import java.time.Duration;
import java.time.Instant;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;

/** GitHub's id survives renames; a configured name may lead to another repository one day. */
final class RepositoryNaming {

    private static final Logger LOG = Logger.getLogger(RepositoryNaming.class);
    private static final Duration NAME_CHECK = Duration.ofHours(1);

    private final RepositoryContext with;
    private final RepositoryName name;
    private final RepositoryStanding standing;
    private final Runnable begun;
    private static final Duration FAILED_CHECK = Duration.ofMinutes(5);
    private Instant checkedAt;
    private boolean duplicate;

    /** @param begun runs when the name leads to another repository than before */
    RepositoryNaming(RepositoryContext with, RepositoryName name, RepositoryStanding standing, Runnable begun) {
        this.with = with;
        this.name = name;
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

    /** A probe with the known id and name replaces a lookup. */
    void confirm(Sight sight, Instant now) {
        boolean same = sight.repositoryId() == standing.state().repositoryId()
                && standing.state().project().equals(sight.fullName());
        checkedAt = same && checkedAt != null ? now : checkedAt;
    }

    String notFound() {
        return "Repository not found: " + name + " does not exist or this token may not see it";
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
            LOG.debugf(e, "Integration %s: the record of %s", with.crawl().integrationId(), name);
            checkedAt = with.crawl().clock().instant().minus(NAME_CHECK).plus(FAILED_CHECK);
        }
    }

    private void lookUp() {
        Instant now = with.crawl().clock().instant();
        if (checkedAt != null && now.isBefore(checkedAt.plus(NAME_CHECK))) {
            return;
        }
        PageTag tag = standing.state() == null
                ? with.crawl().checkpoints().under(name.toString()).map(CheckpointBook.Entry::state)
                        .map(RepositoryState::repositoryEtag).orElse(null)
                : standing.state().repositoryEtag();
        String url = with.api().url("/repos/" + name).toString();
        with.crawl().goOn().run();
        HttpAnswer answer = with.api().get(with.api().url("/repos/" + name),
                tag != null && url.equals(tag.url()) ? tag.etag() : null);
        if (answer.status() == 200) {
            settle(with.api().body(answer, Repository.class), answer.header("etag").map(etag -> new PageTag(url, etag))
                    .orElse(null));
        } else if (standing.state() == null) {
            RepositoryState known = with.crawl().checkpoints().under(name.toString()).orElseThrow().state();
            settle(new Repository(known.repositoryId(), known.project()), tag);
        }
        checkedAt = now;
    }

    void checkAgain() {
        doubt();
        standing.forgetNameTag();
        check();
    }

    boolean stillThere() {
        try {
            with.api().get(with.api().url("/repos/" + standing.state().project()), null);
            return true;
        } catch (ProviderException e) {
            return !e.is(Kind.NOT_FOUND);
        }
    }

    private void settle(Repository repository, PageTag etag) {
        duplicate = !with.claim().test(repository.id(), name.toString());
        if (duplicate) {
            LOG.infof("Integration %s: %s is read under another of its names", with.crawl().integrationId(), name);
            return;
        }
        if (standing.settle(repository.id(), repository.fullName(), etag)) {
            begun.run();
        }
    }
}
