package io.painchain.connector.repository;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.DetailRetries;
import io.painchain.connector.crawl.Findings;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.crawl.ReadTriggers;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.crawl.Sweep;
import io.painchain.connector.crawl.Timetable;
import io.painchain.connector.cycle.HookAddress;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.cycle.SyncedRepository;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.ledger.Ledger;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.webhook.DeliveryReader;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationHook;

/** Posts each kind's drafts together with the checkpoint that they justify. Not thread-safe. */
public final class RepositorySync<R extends PageReader> implements SyncedRepository {

    private final CrawlContext with;
    private final RepositoryAccess<R> access;
    private final RepositoryStanding standing;
    private final RepositoryNaming<R> naming;
    private final KindSources<R> sources;
    private final ReadProblems problems;
    private final Ledger ledger;
    private final Sweep<R> sweep;
    private final DetailRetries<R> details;
    private final RepositoryReaders<R> readers;
    private final DeliveryDigest deliveries;
    private final ReadFailures failures;
    private final AtomicReference<PastFindings> past = new AtomicReference<>(PastFindings.NONE);
    private Timetable timetable;
    private ReadTriggers triggers;
    private volatile Instant lastNews;

    /** @param claim whether the name may read that id, which no other name reads */
    public RepositorySync(CrawlContext with, RepositoryAccess<R> access, BiPredicate<Long, String> claim) {
        this.with = with;
        this.access = access;
        this.standing = new RepositoryStanding(with, access.name());
        this.readers = new RepositoryReaders<>(with, access, standing);
        this.naming = new RepositoryNaming<>(with, access, claim, standing, this::begin);
        this.sources = new KindSources<>(access.sources());
        this.problems = new ReadProblems(with.kinds());
        this.failures = new ReadFailures(with, access.name(), naming, problems, () -> timetable);
        this.ledger = new Ledger(with.kinds(), access.name());
        this.sweep = sources.sweep(with, this::hurry);
        this.deliveries = new DeliveryDigest(with, access, standing, kinds -> sources.hint(timetable, kinds), this::readNow);
        this.details = new DetailRetries<>(with, sources.byKind(), readers, this::hurry);
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
        deliveries.trust().schedule(timetable, now());
        boolean readable = readDue(slack, since);
        if (readable) {
            details.run(standing);
            sweep.runIfDue(timetable, access.leavesRoom(), readers, standing);
        }
        if (!standing.storeRest()) {
            timetable.hint(with.kinds().names());
        }
        String sentences = problems.all(standing.state(), now());
        return readable ? RepositoryReport.of(sentences) : RepositoryReport.error(sentences);
    }

    /** @return whether the repository is there to be read */
    private boolean readDue(Duration slack, Instant since) {
        failures.begin();
        for (ChangeKind<?> kind : with.kinds().all()) {
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

    @Override
    public void hurry() {
        sources.hint();
        if (timetable != null) {
            timetable.hint(with.kinds().names());
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
        return standing.goesOn(now());
    }

    @Override
    public Instant lastNews() {
        return lastNews;
    }

    @Override
    public List<Coverage> coverage(Duration step) {
        return standing.state() == null || naming.duplicate() ? List.of()
                : Stream.of(ledger.news(standing.state(), step), deliveries.trust().lines(access.name()),
                        sweep.lines(access.name()))
                        .flatMap(List::stream).toList();
    }

    @Override
    public void reported(List<Coverage> lines) {
        ledger.reported(lines);
        deliveries.trust().reported(lines);
        sweep.reported(lines);
    }

    @Override
    public void told(IntegrationHook by) {
        boolean except = by != null && standing.state() != null && by.excepts(standing.state().repositoryId());
        deliveries.trust().take(by, except, now());
    }

    @Override
    public Pending pending(Instant now) {
        boolean usual = timetable == null || naming.duplicate() || !deliveries.trust().isRelied(now);
        if (usual || deliveries.trust().verificationIsDue(now)) {
            return usual ? Pending.USUAL : Pending.VERIFICATION;
        }
        return timetable.isAwaited(now) || standing.state().details().isDue(now) ? Pending.HINTED : Pending.NOTHING;
    }

    @Override
    public boolean isAt(HookAddress address) {
        return !naming.duplicate() && standing.isAt(address.id(), address.repository());
    }

    @Override
    public String externalId() {
        return standing.externalId();
    }

    @Override
    public DeliveryReader deliveries() {
        return deliveries;
    }

    private void begin() {
        timetable = new Timetable(with.cadences(), standing.state().repositoryId());
        triggers = new ReadTriggers(standing, timetable, ledger, with.kinds(), sources.byKind());
        readers.begin();
    }

    private Instant now() {
        return with.clock().instant();
    }

    private RepositoryReport refused(ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        return RepositoryReport.error(e.is(Kind.NOT_FOUND) ? naming.notFound() : e.getMessage());
    }

    private void readNow(ChangeKind<?> kind) {
        sources.of(kind).hinted();
        attempt(kind);
    }

    /** @return whether other kinds are worth trying */
    private boolean attempt(ChangeKind<?> kind) {
        try {
            if (!read(kind, false)) {
                naming.checkAgain();
                return naming.duplicate() || read(kind, true);
            }
            return true;
        } catch (ProviderException e) {
            return failures.allowMore(kind, e);
        }
    }

    /** @return whether it counts: what a redirected former name returned only does with {@code anyName} */
    private <S> boolean read(ChangeKind<S> kind, boolean anyName) {
        R reader = readers.get();
        Instant now = now();
        Crawl<S> crawl = sources.crawl(kind, reader, standing.state());
        if (reader.moved() && !anyName) {
            return false;
        }
        RepositoryState after = standing.state().after(kind, crawl)
                .with(standing.state().details().after(reader.details(), now));
        List<Coverage> lines = ledger.read(kind, crawl.withheld(), after, reader.answeredAt());
        deliveries.trust().compare(kind, crawl.drafts(), deliveries::knows, now);
        store(new Findings(crawl.drafts(), crawl.unreadable(), after), lines);
        sources.of(kind).stored();
        triggers.ofRead(kind, crawl, now, reader.answeredAt());
        problems.set(kind, crawl.problems());
        return true;
    }

    private void store(Findings found, List<Coverage> coverage) {
        deliveries.posted(found.drafts());
        lastNews = found.drafts().isEmpty() ? lastNews : now();
        if (!standing.store(found, coverage)) {
            timetable.hint(with.kinds().names());
        }
    }
}
