package io.painchain.github.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.DetailRetries;
import io.painchain.connector.crawl.Findings;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.crawl.ReadTriggers;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.crawl.Sweep;
import io.painchain.connector.crawl.Timetable;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.SyncedRepository;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.kind.Source;
import io.painchain.connector.ledger.Ledger;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.RepositoryName;
import io.painchain.model.integration.Coverage;

/** Posts each kind's drafts together with the checkpoint that they justify. Not thread-safe. */
public final class RepositorySync implements SyncedRepository {

    private static final Logger LOG = Logger.getLogger(RepositorySync.class);
    private static final int TIMEOUTS = 2;
    private static final Duration FOLLOWED = Duration.ofHours(6);

    private final RepositoryContext with;
    private final RepositoryName name;
    private final RepositoryStanding standing;
    private final RepositoryNaming naming;
    private final KindSources sources;
    private final ReadProblems problems;
    private final Ledger ledger;
    private final Sweep<RepositoryReader> sweep;
    private final DetailRetries<RepositoryReader> details;
    private final RepositoryReaders readers;
    private final AtomicReference<PastFindings> past = new AtomicReference<>(PastFindings.NONE);
    private Timetable timetable;
    private ReadTriggers triggers;
    private int timeouts;
    private volatile Instant lastNews;

    public RepositorySync(RepositoryContext with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.standing = new RepositoryStanding(with.crawl(), name.toString());
        this.readers = new RepositoryReaders(with, tags, standing);
        this.naming = new RepositoryNaming(with, name, standing, this::begin);
        this.sources = new KindSources(with);
        this.problems = new ReadProblems(with.crawl().kinds());
        this.ledger = new Ledger(with.crawl().kinds(), name.toString());
        this.sweep = sources.sweep(this::hurry);
        this.details = new DetailRetries<>(with.crawl(), sources.byKind(), readers, this::hurry);
    }

    @Override
    public RepositoryReport run(Duration slack, Instant since) {
        try {
            naming.check();
        } catch (ProviderException e) {
            return refused(e);
        }
        if (naming.duplicate()) {
            return RepositoryReport.OK;
        }
        takeBackfills();
        boolean readable = readDue(slack, since);
        if (readable) {
            goOver();
        }
        if (!standing.storeRest()) {
            timetable.hint(with.crawl().kinds().names());
        }
        String sentences = problems.all(standing.state(), now());
        return readable ? RepositoryReport.of(sentences) : RepositoryReport.error(sentences);
    }

    /** @return whether the repository is there to be read */
    private boolean readDue(Duration slack, Instant since) {
        timeouts = 0;
        for (GitHubKind<?> kind : with.kinds()) {
            if (sources.has(kind) && timetable.isDue(kind, now(), slack, since) && !attempt(kind)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void reach(PastFindings found) {
        past.accumulateAndGet(found, (known, more) -> known.and(more, now()));
    }

    private void takeBackfills() {
        PastFindings taken = past.getAndSet(PastFindings.NONE);
        if (!taken.equals(PastFindings.NONE)) {
            RepositoryState further = taken.onTopOf(standing.state(), now());
            store(Findings.none(further), ledger.lines(taken.back().keySet(), further));
        }
    }

    private void goOver() {
        details.run(standing);
        if (!timetable.sweepIsDue(now(), with.api().leavesRoom())) {
            return;
        }
        try {
            sweep.run(readers.get(), standing);
        } catch (ProviderException e) {
            refused(e);
            LOG.debugf(e, "Integration %s: the sweep of %s", with.crawl().integrationId(), name);
        }
        timetable.swept(now());
    }

    @Override
    public void hurry() {
        sources.hint();
        if (timetable != null) {
            timetable.hint(with.crawl().kinds().names());
        }
    }

    @Override
    public boolean probed(Sight sight) {
        if (timetable == null || naming.duplicate()) {
            return false;
        }
        naming.confirm(sight, now());
        return triggers.ofProbe(sight, now());
    }

    @Override
    public boolean waitsForAnEnd() {
        return standing.state() != null && standing.state().goesOnSince(now().minus(FOLLOWED));
    }

    @Override
    public Instant lastNews() {
        return lastNews;
    }

    @Override
    public List<Coverage> coverage(Duration step) {
        return standing.state() == null || naming.duplicate() ? List.of() : ledger.news(standing.state(), step);
    }

    @Override
    public void reported(List<Coverage> lines) {
        ledger.reported(lines);
    }

    private void begin() {
        long id = standing.state().repositoryId();
        timetable = new Timetable(with.crawl().cadences(), id);
        triggers = new ReadTriggers(standing, timetable, ledger, with.crawl().kinds(), sources.byKind());
        readers.begin();
    }

    private Instant now() {
        return with.crawl().clock().instant();
    }

    private RepositoryReport refused(ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        return RepositoryReport.error(e.is(Kind.NOT_FOUND) ? naming.notFound() : e.getMessage());
    }

    /** @return whether other kinds are worth trying */
    private boolean attempt(GitHubKind<?> kind) {
        try {
            if (!read(kind, false)) {
                naming.checkAgain();
                return naming.duplicate() || read(kind, true);
            }
            return true;
        } catch (ProviderException e) {
            return failed(kind, e);
        }
    }

    /** @return whether it counts: what a redirected former name returned only does with {@code anyName} */
    private <S> boolean read(GitHubKind<S> kind, boolean anyName) {
        RepositoryReader reader = readers.get();
        Instant now = now();
        Source<S, RepositoryReader> source = sources.of(kind);
        Crawl<S> crawl = source.read(reader, standing.state().knownTo(kind));
        if (reader.moved() && !anyName) {
            return false;
        }
        RepositoryState after = standing.state().after(kind, crawl)
                .with(standing.state().details().after(reader.details(), now));
        List<Coverage> lines = ledger.read(kind, crawl.withheld(), after, reader.answeredAt());
        store(new Findings(crawl.drafts(), crawl.unreadable(), after), lines);
        source.stored();
        triggers.ofRead(kind, crawl, now, reader.answeredAt());
        problems.set(kind, crawl.problems());
        return true;
    }

    private void store(Findings found, List<Coverage> coverage) {
        lastNews = found.drafts().isEmpty() ? lastNews : now();
        if (!standing.store(found, coverage)) {
            timetable.hint(with.crawl().kinds().names());
        }
    }

    private boolean failed(GitHubKind<?> kind, ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        if (e.is(Kind.GONE)) {
            problems.set(kind, List.of());
            timetable.failed(kind.name(), now(), true);
            return true;
        }
        if (e.is(Kind.NOT_FOUND) && !naming.stillThere()) {
            naming.doubt();
            problems.set(kind, List.of(naming.notFound()));
            return false;
        }
        timetable.failed(kind.name(), now(), e.withheld());
        problems.setUnreadable(kind, e.getMessage());
        LOG.debugf(e, "Integration %s: %s of %s", with.crawl().integrationId(), kind.words(), name);
        // Without a connection the other kinds would wait, too; a single slow list does not mean that.
        return !e.unreachable() || e.timedOut() && ++timeouts < TIMEOUTS;
    }
}
