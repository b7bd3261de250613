package io.painchain.github.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.painchain.github.backend.BackendException;
import io.painchain.github.backend.EventPublisher;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.Repository;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.github.Unreadable;
import io.painchain.github.http.HttpAnswer;
import io.painchain.github.http.TransportException;
import io.painchain.github.http.TransportException.Reason;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.model.CheckpointResult;

/**
 * Keeps one repository up to date: reads what is due, part by part, and hands each part's drafts over together with the
 * checkpoint that they justify. Not for use by two threads at once.
 */
public final class RepositorySync {

    private static final Logger LOG = Logger.getLogger(RepositorySync.class);
    private static final Duration NAME_CHECK = Duration.ofHours(1);
    private static final Duration GAPS_SHOWN = Duration.ofHours(24);

    /**
     * What a repository's crawl works with.
     *
     * @param claim whether this configured name may read the repository with that id, which no other name reads already
     * @param goOn throws when the connector is stopping or the integration is gone
     */
    public record Surroundings(String integrationId, GitHubApi api, EventPublisher publisher, CheckpointBook checkpoints,
            Cadences cadences, Clock clock, BiPredicate<Long, String> claim, Runnable goOn) {
    }

    private final Surroundings with;
    private final RepositoryName name;
    private final List<String> tags;
    private final Map<Part, Source> sources = new EnumMap<>(Part.class);
    private final FeedSource feed = new FeedSource();
    private final Map<Part, List<String>> problems = new EnumMap<>(Part.class);
    private Timetable timetable;
    private CheckpointBook.Entry stored;
    private RepositoryState state;
    private Instant nameCheckedAt;
    private boolean duplicate;

    public RepositorySync(Surroundings with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.tags = tags;
        sources.put(Part.RUNS, new RunsSource(with.clock()));
        sources.put(Part.ITEMS, new WorkItemsSource());
        sources.put(Part.PUSHES, new PushesSource());
        sources.put(Part.RELEASES, new ReleasesSource());
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
            identify();
        } catch (GitHubException e) {
            return refused(e);
        }
        if (duplicate) {
            return RepositoryReport.OK;
        }
        for (Part part : Part.values()) {
            if (timetable.isDue(part, with.clock().instant(), slack) && !attempt(part)) {
                return RepositoryReport.error(sentences());
            }
        }
        return report();
    }

    private RepositoryReport refused(GitHubException e) {
        if (e.is(Kind.RATE_LIMITED) || e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
            throw e;
        }
        return RepositoryReport.error(e.is(Kind.NOT_FOUND)
                ? "Repository not found: " + name + " does not exist or this token may not see it"
                : e.getMessage());
    }

    /** Who it is: GitHub's id stays through renames, the name may lead to another repository one day. */
    private void identify() {
        Instant now = with.clock().instant();
        if (nameCheckedAt != null && now.isBefore(nameCheckedAt.plus(NAME_CHECK))) {
            return;
        }
        PageTag tag = state == null ? with.checkpoints().under(name.toString()).map(CheckpointBook.Entry::state)
                .map(RepositoryState::repositoryEtag).orElse(null) : state.repositoryEtag();
        String url = with.api().url("/repos/" + name).toString();
        with.goOn().run();
        HttpAnswer answer = with.api().get(with.api().url("/repos/" + name),
                tag != null && url.equals(tag.url()) ? tag.etag() : null);
        if (answer.status() == 200) {
            settle(with.api().body(answer, Repository.class), answer.header("etag").map(etag -> new PageTag(url, etag))
                    .orElse(null));
        } else if (state == null) {
            CheckpointBook.Entry entry = with.checkpoints().under(name.toString()).orElseThrow();
            settle(new Repository(entry.state().repositoryId(), entry.state().project()), tag);
        }
        nameCheckedAt = now;
    }

    private void settle(Repository repository, PageTag etag) {
        duplicate = !with.claim().test(repository.id(), name.toString());
        if (duplicate) {
            LOG.infof("Integration %s: %s is read under another of its names", with.integrationId(), name);
            return;
        }
        if (state == null || state.repositoryId() != repository.id()) {
            stored = with.checkpoints().of(repository.id(), name.toString()).orFirst(repository);
            state = stored.state();
            timetable = new Timetable(with.cadences(), repository.id());
        }
        state = state.named(repository.fullName(), etag);
    }

    /** @return whether the rest of the repository is worth trying */
    private boolean attempt(Part part) {
        try {
            if (!read(part, false)) {
                nameCheckedAt = null;
                state = state.named(state.project(), null);
                identify();
                return duplicate || read(part, true);
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
        RepositoryScope scope = new RepositoryScope(state.identity(), state.project(), state.repositoryId(),
                with.integrationId(), tags);
        RepositoryReader reader = new RepositoryReader(with.api(), scope, with.clock(), with.goOn());
        Instant now = with.clock().instant();
        if (part == Part.FEED) {
            FeedSource.News news = feed.read(reader, state);
            if (reader.moved() && !anyName) {
                return false;
            }
            store(news.crawl());
            timetable.feedDone(now, news.pollInterval());
            timetable.hint(news.hints());
            problems.remove(part);
            return true;
        }
        Crawl crawl = sources.get(part).read(reader, state);
        if (reader.moved() && !anyName) {
            return false;
        }
        store(crawl);
        timetable.done(part, now);
        if (part == Part.PUSHES && state.pushes().fromFeed()) {
            timetable.activityAway(now);
        }
        problems.put(part, crawl.problems());
        return true;
    }

    /** Everything that was found first, then what holds because it is stored. */
    private void store(Crawl crawl) {
        for (Unreadable record : crawl.unreadable()) {
            with.publisher().setAside(with.integrationId(), record.raw(), record.detail());
        }
        boolean more = crawl.state().saysMoreThan(stored.state());
        if (!crawl.drafts().isEmpty() || more) {
            with.goOn().run();
            CheckpointResult result = with.publisher().publish(with.integrationId(), crawl.drafts(),
                    more ? CheckpointBook.write(stored, crawl.state()) : null);
            if (result != null && result.outcome() == CheckpointResult.Outcome.stale) {
                giveWay(result);
                return;
            }
            stored = result == null ? stored : new CheckpointBook.Entry(stored.key(), result.version(), crawl.state());
            with.checkpoints().put(stored);
        }
        state = crawl.state();
    }

    /**
     * Another connector was faster: what it stored is taken over, and everything read again without ETags, because whichever of
     * the two was behind may have set back what changed within the margin.
     */
    private void giveWay(CheckpointResult result) {
        LOG.infof("Integration %s: another connector reads %s, too; going on from where it stands", with.integrationId(), name);
        RepositoryState theirs = CheckpointBook.read(stored.key(), result.value());
        state = theirs == null || theirs.repositoryId() != state.repositoryId()
                ? RepositoryState.first(state.repositoryId(), state.identity()).named(state.project(), null)
                : theirs.forgetTags();
        stored = new CheckpointBook.Entry(stored.key(), result.version(), state);
        with.checkpoints().put(stored);
        timetable.hint(EnumSet.allOf(Part.class));
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
        if (e.is(Kind.NOT_FOUND) && !stillThere()) {
            nameCheckedAt = null;
            problems.put(part, List.of("Repository not found: " + name + " does not exist or this token may not see it"));
            return false;
        }
        timetable.failed(part, with.clock().instant(), e.withheld());
        problems.put(part, List.of(capitalized(part.words()) + " cannot be read: " + e.getMessage()));
        LOG.debugf(e, "Integration %s: %s of %s", with.integrationId(), part.words(), name);
        return !unreachable(e);
    }

    private boolean stillThere() {
        try {
            with.api().get(with.api().url("/repos/" + state.project()), null);
            return true;
        } catch (GitHubException e) {
            return !e.is(Kind.NOT_FOUND);
        }
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
        state.gapsSince(with.clock().instant().minus(GAPS_SHOWN)).forEach(gap -> all.add(gap.sentence()));
        return all.stream().distinct().collect(Collectors.joining("; "));
    }

    private static String capitalized(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
