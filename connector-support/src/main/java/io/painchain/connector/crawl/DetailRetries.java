package io.painchain.connector.crawl;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.provider.ProviderException;

/** A step of each crawl: reads again the records whose details failed and are due. When that is, {@code detail} decides. */
public final class DetailRetries<R extends PageReader> {

    private static final Logger LOG = Logger.getLogger(DetailRetries.class);
    /** Per cycle. */
    private static final int RECORDS = 20;

    private final CrawlContext with;
    private final Map<String, Source<?, R>> sources;
    private final Supplier<R> readers;
    private final Runnable gaveWay;

    /** @param readers one per record, noting what it lacks; {@code gaveWay} runs where another connector was faster */
    public DetailRetries(CrawlContext with, Map<String, Source<?, R>> sources, Supplier<R> readers, Runnable gaveWay) {
        this.with = with;
        this.sources = sources;
        this.readers = readers;
        this.gaveWay = gaveWay;
    }

    /** @throws ProviderException where every other request would fail, too */
    public void run(RepositoryStanding standing) {
        List<OpenRecord> due = standing.state().details().due(with.clock().instant());
        for (OpenRecord record : due.subList(0, Math.min(RECORDS, due.size()))) {
            if (!again(record, standing)) {
                return;
            }
        }
    }

    /** @return whether further records are worth requesting now */
    private boolean again(OpenRecord record, RepositoryStanding standing) {
        R reader = readers.get();
        ChangeKind<?> kind = with.kinds().covering(record.source());
        Findings found;
        String why = null;
        boolean timedOut = false;
        try {
            found = drafted(kind, reader, record, standing.state());
        } catch (ProviderException e) {
            if (e.concernsAll() || e.unreachable() && !e.timedOut()) {
                throw e;
            }
            LOG.debugf(e, "Integration %s: %s of %s again", with.integrationId(), record.record(), standing.state().project());
            timedOut = e.timedOut();
            why = e.withheld() ? null : e.getMessage();
            found = Findings.none(standing.state());
        }
        if (reader.moved()) {
            return false;
        }
        Instant now = with.clock().instant();
        OpenDetails after = standing.state().details().retried(record, reader.details(), why, now);
        if (!standing.store(new Findings(found.drafts(), found.unreadable(), found.state().with(after)), List.of())) {
            gaveWay.run();
            return false;
        }
        return !timedOut && !reader.details().exhausted();
    }

    @SuppressWarnings("unchecked")
    private <S> Findings drafted(ChangeKind<S> kind, R reader, OpenRecord record, RepositoryState state) {
        Source<S, R> source = (Source<S, R>) sources.get(kind.name());
        if (source == null) {
            return Findings.none(state);
        }
        Crawl<S> crawl = source.again(reader, state.knownTo(kind), record);
        return new Findings(crawl.drafts(), crawl.unreadable(), state.after(kind, crawl));
    }
}
