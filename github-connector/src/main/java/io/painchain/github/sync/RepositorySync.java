package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.painchain.github.backend.BackendException;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.http.TransportException;
import io.painchain.github.http.TransportException.Reason;

/**
 * Keeps one repository up to date: reads what is due, part by part, and hands each part's drafts over together with the
 * checkpoint that they justify. Not for use by two threads at once.
 */
public final class RepositorySync {

    private static final Logger LOG = Logger.getLogger(RepositorySync.class);
    private static final Duration GAPS_SHOWN = Duration.ofHours(24);

    private final RepositorySurroundings with;
    private final RepositoryName name;
    private final List<String> tags;
    private final RepositoryStanding standing;
    private final RepositoryNaming naming;
    private final Map<Part, Source> sources;
    private final FeedSource feed = new FeedSource();
    private final Map<Part, List<String>> problems = new EnumMap<>(Part.class);
    private Timetable timetable;

    public RepositorySync(RepositorySurroundings with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.tags = tags;
        this.standing = new RepositoryStanding(with, name);
        this.naming = new RepositoryNaming(with, name, standing, this::begin);
        this.sources = Sources.of(with);
    }

    /**
     * Reads what is due.
     *
     * @param slack how long until the next chance
     * @throws GitHubException where nothing more may be asked for a while, or at all
     * @throws BackendException where what was found could not be stored; it will be found again
     */
    public RepositoryReport run(Duration slack) {
        try {
            naming.check();
        } catch (GitHubException e) {
            return refused(e);
        }
        if (naming.duplicate()) {
            return RepositoryReport.OK;
        }
        for (Part part : Part.values()) {
            if (isRead(part) && timetable.isDue(part, with.clock().instant(), slack) && !attempt(part)) {
                return RepositoryReport.error(sentences());
            }
        }
        return report();
    }

    /** Makes everything due, whatever the timetable says; the next {@link #run} reads it. */
    public void hurry() {
        if (timetable != null) {
            timetable.hint(EnumSet.allOf(Part.class));
        }
    }

    private void begin() {
        timetable = new Timetable(with.cadences(), standing.state().repositoryId());
    }

    private boolean isRead(Part part) {
        return part == Part.FEED || sources.containsKey(part);
    }

    private RepositoryReport refused(GitHubException e) {
        if (e.is(Kind.RATE_LIMITED) || e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
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
        } catch (GitHubException e) {
            return failed(part, e);
        }
    }

    /**
     * @param anyName whether to take what was read under a former name, which GitHub redirects
     * @return whether what was read was taken
     */
    private boolean read(Part part, boolean anyName) {
        RepositoryReader reader = new RepositoryReader(with.api(), standing.scope(tags), with.clock(), with.goOn());
        Instant now = with.clock().instant();
        if (part == Part.FEED) {
            FeedSource.News news = feed.read(reader, standing.state());
            if (reader.moved() && !anyName) {
                return false;
            }
            store(news.crawl());
            timetable.feedDone(now, news.pollInterval());
            timetable.hint(news.hints());
            problems.remove(part);
            return true;
        }
        Crawl crawl = sources.get(part).read(reader, standing.state());
        if (reader.moved() && !anyName) {
            return false;
        }
        store(crawl);
        timetable.done(part, now);
        if (part == Part.PUSHES && standing.state().pushes().fromFeed()) {
            timetable.activityAway(now);
        }
        problems.put(part, crawl.problems());
        return true;
    }

    private void store(Crawl crawl) {
        if (!standing.store(crawl)) {
            timetable.hint(EnumSet.allOf(Part.class));
        }
    }

    private boolean failed(Part part, GitHubException e) {
        if (e.is(Kind.RATE_LIMITED) || e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
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
        return !unreachable(e);
    }

    /** Where not even a connection comes about, the other parts would only wait for the same. */
    private static boolean unreachable(GitHubException e) {
        return e.getCause() instanceof TransportException transport && transport.reason() != Reason.CUT
                && transport.reason() != Reason.TOO_LARGE;
    }

    private RepositoryReport report() {
        String sentences = sentences();
        return sentences.isEmpty() ? RepositoryReport.OK : RepositoryReport.degraded(sentences);
    }

    private String sentences() {
        List<String> all = new ArrayList<>();
        problems.values().forEach(all::addAll);
        standing.state().gapsSince(with.clock().instant().minus(GAPS_SHOWN)).forEach(gap -> all.add(gap.sentence()));
        return all.stream().distinct().collect(Collectors.joining("; "));
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
