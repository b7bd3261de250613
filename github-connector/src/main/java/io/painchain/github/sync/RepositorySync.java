package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.cycle.RepositoryReport;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.ProbeQuery.Sight;
import io.painchain.model.integration.Coverage;

/**
 * Keeps one repository up to date: reads what is due, part by part, and hands each part's drafts over together with the
 * checkpoint that they justify. Not for use by two threads at once.
 */
public final class RepositorySync {

    private static final Logger LOG = Logger.getLogger(RepositorySync.class);
    private static final Duration GAPS_SHOWN = Duration.ofHours(24);
    private static final Duration FOLLOWED = Duration.ofHours(6);

    private final RepositorySurroundings with;
    private final RepositoryName name;
    private final List<String> tags;
    private final RepositoryStanding standing;
    private final RepositoryNaming naming;
    private final Map<Part, Source> sources;
    private final FeedSource feed = new FeedSource();
    private final Map<Part, List<String>> problems = new EnumMap<>(Part.class);
    private final Ledger ledger;
    private final Sweep sweep;
    private final Map<String, Instant> backfilled = new ConcurrentHashMap<>();
    private Timetable timetable;
    private ReadTriggers consequences;
    private WholeReads wholeReads;
    private volatile Instant lastNews;

    public RepositorySync(RepositorySurroundings with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.tags = tags;
        this.standing = new RepositoryStanding(with, name);
        this.naming = new RepositoryNaming(with, name, standing, this::begin);
        this.sources = Sources.of(with);
        this.ledger = new Ledger(name.toString());
        this.sweep = new Sweep(with, Sources.swept(sources), this::hurry);
    }

    /**
     * Reads what is due.
     *
     * @param slack how long until the next chance
     * @param since when that was decided
     * @throws ProviderException where nothing more may be asked for a while, or at all
     * @throws BackendException where what was found could not be stored; it will be found again
     */
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
        if (readable && timetable.sweepIsDue(with.clock().instant(), with.api().leavesRoom())) {
            sweep();
        }
        if (!standing.storeRest()) {
            timetable.hint(EnumSet.allOf(Part.class));
        }
        return readable ? RepositoryReport.of(sentences()) : RepositoryReport.error(sentences());
    }

    /** @return whether the repository is there to be read */
    private boolean readDue(Duration slack, Instant since) {
        for (Part part : Part.values()) {
            if (isRead(part) && timetable.isDue(part, with.clock().instant(), slack, since) && !attempt(part)) {
                return false;
            }
        }
        return true;
    }

    /** A backfill has read these sources back to these moments; the next {@link #run} says so. */
    public void reach(Map<String, Instant> back) {
        backfilled.putAll(back);
    }

    private void takeBackfills() {
        Map<String, Instant> taken = Map.copyOf(backfilled);
        if (!taken.isEmpty()) {
            RepositoryState further = standing.state().reaching(taken);
            store(Crawl.unchanged(further), ledger.lines(taken.keySet(), further));
            taken.forEach(backfilled::remove);
        }
    }

    private void sweep() {
        try {
            sweep.run(new RepositoryReader(with, standing.scope(tags), wholeReads), standing);
        } catch (ProviderException e) {
            refused(e);
            LOG.debugf(e, "Integration %s: the sweep of %s", with.integrationId(), name);
        }
        timetable.swept(with.clock().instant());
    }

    /** Makes everything due, whatever the timetable says; the next {@link #run} reads it. */
    public void hurry() {
        items().spare(false, false);
        if (timetable != null) {
            timetable.hint(EnumSet.allOf(Part.class));
        }
    }

    /**
     * Takes in what a look at many repositories showed of this one.
     *
     * @return whether something moved since the last look, so that it is worth reading now
     */
    public boolean see(Sight sight) {
        if (timetable == null || naming.duplicate()) {
            return false;
        }
        naming.confirm(sight, with.clock().instant());
        return consequences.ofLook(sight, with.clock().instant());
    }

    /** Whether a run goes on that began of late, so that its end is to be waited for. */
    public boolean followsARun() {
        return standing.state() != null && standing.state().runs().goesOnSince(with.clock().instant().minus(FOLLOWED));
    }

    /** When something new was read last, {@code null}: never. */
    public Instant lastNews() {
        return lastNews;
    }

    /** What the ledger has to tell since it was told last; empty where that is less than so much time. */
    public List<Coverage> coverage(Duration step) {
        return standing.state() == null || naming.duplicate() ? List.of() : ledger.news(standing.state(), step);
    }

    public void told(List<Coverage> lines) {
        ledger.told(lines);
    }

    private WorkItemsSource items() {
        return (WorkItemsSource) sources.get(Part.ITEMS);
    }

    private void begin() {
        long id = standing.state().repositoryId();
        timetable = new Timetable(with.cadences(), id);
        consequences = new ReadTriggers(standing, timetable, ledger, items(), new BranchPatterns(with.branches()));
        wholeReads = new WholeReads(with.cadences().wholeEvery(), with.clock(), id);
    }

    private boolean isRead(Part part) {
        return part == Part.FEED || sources.containsKey(part);
    }

    private RepositoryReport refused(ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        return RepositoryReport.error(e.is(Kind.NOT_FOUND) ? naming.notFound() : e.getMessage());
    }

    /** @return whether the rest of the repository is worth trying */
    private boolean attempt(Part part) {
        try {
            if (!read(part, false)) {
                naming.checkAgain();
                return naming.duplicate() || read(part, true);
            }
            return true;
        } catch (ProviderException e) {
            return failed(part, e);
        }
    }

    /**
     * @param anyName whether to take what was read under a former name, which GitHub redirects
     * @return whether what was read was taken
     */
    private boolean read(Part part, boolean anyName) {
        RepositoryReader reader = new RepositoryReader(with, standing.scope(tags), wholeReads);
        Instant now = with.clock().instant();
        if (part == Part.FEED) {
            FeedSource.News news = feed.read(reader, standing.state());
            if (reader.moved() && !anyName) {
                return false;
            }
            store(news.crawl(), ledger.feedLines(news.crawl().state(), reader.answeredAt()));
            ((TagsSource) sources.get(Part.TAGS)).hear(news.tags());
            consequences.ofFeed(news, now);
            problems.remove(part);
            return true;
        }
        Crawl crawl = sources.get(part).read(reader, standing.state());
        if (reader.moved() && !anyName) {
            return false;
        }
        List<String> covered = new ArrayList<>(part.sources());
        covered.removeAll(crawl.withheld());
        if (reader.answeredAt() != null) {
            ledger.verify(covered, reader.answeredAt());
        }
        store(crawl, ledger.lines(covered, crawl.state()));
        sources.get(part).stored();
        consequences.ofRead(part, crawl, now, reader.answeredAt());
        problems.put(part, crawl.problems());
        return true;
    }

    private void store(Crawl crawl, List<Coverage> coverage) {
        lastNews = crawl.drafts().isEmpty() ? lastNews : with.clock().instant();
        if (!standing.store(crawl, coverage)) {
            timetable.hint(EnumSet.allOf(Part.class));
        }
    }

    private boolean failed(Part part, ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        if (e.is(Kind.GONE)) {
            problems.remove(part);
            timetable.failed(part, with.clock().instant(), true);
            return true;
        }
        if (e.is(Kind.NOT_FOUND) && !naming.stillThere()) {
            naming.doubt();
            problems.put(part, List.of(naming.notFound()));
            return false;
        }
        timetable.failed(part, with.clock().instant(), e.withheld());
        problems.put(part, List.of(capitalized(part.words()) + " cannot be read: " + e.getMessage()));
        LOG.debugf(e, "Integration %s: %s of %s", with.integrationId(), part.words(), name);
        // Where not even a connection comes about, the other parts would only wait for the same.
        return !e.unreachable();
    }

    private String sentences() {
        List<String> all = new ArrayList<>();
        problems.values().forEach(all::addAll);
        standing.state().gapsSince(with.clock().instant().minus(GAPS_SHOWN)).forEach(gap -> all.add(gap.sentence("GitHub")));
        return all.stream().distinct().collect(Collectors.joining("; "));
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
