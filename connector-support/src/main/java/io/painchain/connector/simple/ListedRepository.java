package io.painchain.connector.simple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.Findings;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.SyncedRepository;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.ledger.Ledger;
import io.painchain.connector.list.ListState;
import io.painchain.connector.provider.ProviderException;
import io.painchain.model.integration.Coverage;

/** Reads one repository's list at every chance, and stores what it found with the checkpoint that follows. */
final class ListedRepository implements SyncedRepository {

    private static final Duration GAPS_SHOWN = Duration.ofHours(24);

    private final CrawlContext with;
    private final String name;
    private final ListKind kind;
    private final ListSource<?> source;
    private final ListReader reader;
    private final RepositoryStanding standing;
    private final Ledger ledger;
    private volatile Instant lastNews;

    ListedRepository(CrawlContext with, String name, ListKind kind, ListSource<?> source, ListReader reader) {
        this.with = with;
        this.name = name;
        this.kind = kind;
        this.source = source;
        this.reader = reader;
        this.standing = new RepositoryStanding(with, name);
        this.ledger = new Ledger(with.kinds(), name);
    }

    @Override
    public RepositoryReport run(Duration slack, Instant since) {
        if (standing.state() == null) {
            standing.settle(idOf(name), name, null);
        }
        try {
            read();
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            return RepositoryReport.error(e.getMessage());
        }
        return RepositoryReport.of(String.join("; ", standing.state().gapsSince(with.clock().instant().minus(GAPS_SHOWN))
                .stream().map(gap -> gap.sentence(with.kinds().provider())).toList()));
    }

    private void read() {
        Crawl<ListState> crawl = source.read(reader, standing.state().knownTo(kind));
        RepositoryState after = standing.state().after(kind, crawl);
        List<Coverage> lines = ledger.read(kind, crawl.withheld(), after, reader.answeredAt());
        lastNews = crawl.drafts().isEmpty() ? lastNews : with.clock().instant();
        if (standing.store(new Findings(crawl.drafts(), crawl.unreadable(), after), lines) && standing.storeRest()) {
            source.stored();
        }
    }

    /** Names are all that is known; a renamed repository is another one. */
    private static long idOf(String name) {
        long id = 1;
        for (int c : name.codePoints().toArray()) {
            id = 31 * id + c;
        }
        return id & Long.MAX_VALUE;
    }

    @Override
    public void hurry() {
        // Every run reads everything.
    }

    @Override
    public void reach(PastFindings past) {
        // Nothing is backfilled.
    }

    @Override
    public boolean probed(Sight sight) {
        return false;
    }

    @Override
    public boolean waitsForAnEnd() {
        return false;
    }

    @Override
    public Instant lastNews() {
        return lastNews;
    }

    @Override
    public List<Coverage> coverage(Duration step) {
        return standing.state() == null ? List.of() : ledger.news(standing.state(), step);
    }

    @Override
    public void reported(List<Coverage> lines) {
        ledger.reported(lines);
    }
}
