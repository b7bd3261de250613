package io.painchain.github.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.list.Gap;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;
import io.painchain.model.event.EventDraft;

/**
 * Reads what happened in a repository since some moment, part by part, as a poll would that had stood still since then. Its
 * drafts bear the same ids as a poll's, so that nothing is doubled; of the checkpoint only the begin of the ledger moves.
 */
public final class PastReading {

    /** By the ledger's source, what it tells of; another source of a later version is read whatever is asked for. */
    private static final Map<String, Set<String>> TYPES = Map.of("runs", Set.of("workflow_run"), "pulls",
            Set.of("pull_request", "pull_request_review"), "issues", Set.of("issue"), "pushes", Set.of("push", "branch"),
            "releases", Set.of("release"), "commits", Set.of("commit"), "deployments",
            Set.of("deployment", "deployment_status"),
            "tags", Set.of("tag"));

    /**
     * What is wanted.
     *
     * @param from the first moment
     * @param to the first moment that is not wanted
     * @param types event types; empty: all
     */
    public record Window(Instant from, Instant to, Set<String> types) {

        boolean holds(EventDraft draft) {
            return !draft.timestamp().isBefore(from) && draft.timestamp().isBefore(to)
                    && (types.isEmpty() || types.contains(draft.type()));
        }
    }

    /**
     * What was found.
     *
     * @param problems what could not be read, each a sentence
     * @param back by source of the ledger, since when all of it is in the timeline, up to what was covered before
     */
    public record Found(int events, List<String> problems, Map<String, Instant> back) {

        static final Found NOTHING = new Found(0, List.of(), Map.of());
    }

    private final RepositorySurroundings with;
    private final RepositoryName name;
    private final List<String> tags;

    public PastReading(RepositorySurroundings with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.tags = tags;
    }

    /** The parts, by name, in which there may be events of these types. */
    public static List<String> parts(Set<String> types) {
        return EnumSet.complementOf(EnumSet.of(Part.FEED)).stream()
                .filter(part -> types.isEmpty() || part.sources().stream()
                        .anyMatch(source -> !TYPES.containsKey(source) || TYPES.get(source).stream().anyMatch(types::contains)))
                .map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** The part in words. */
    public static String words(String part) {
        return part(part).words();
    }

    /**
     * Reads one part, posts what is wanted of it, and stores how far back that reaches.
     *
     * @throws ProviderException where it cannot be read now, or at all
     */
    public Found read(String part, Window window) {
        Source source = source(part(part), window);
        if (source == null) {
            return Found.NOTHING;
        }
        RepositoryStanding standing = new RepositoryStanding(with, name);
        with.goOn().run();
        standing.settle(with.api().read(with.api().url("/repos/" + name), Repository.class), null);
        RepositoryReader reader = new RepositoryReader(with, standing.scope(tags),
                new WholeReads(1, with.clock(), standing.state().repositoryId()));
        Crawl crawl;
        try {
            hearOfTags(reader, source);
            crawl = source.read(reader, standing.state().asOf(window.from()));
        } catch (ProviderException e) {
            if (e.is(Kind.GONE)) {
                return Found.NOTHING;
            }
            throw e;
        }
        crawl.unreadable().forEach(record -> with.publisher().setAside(with.integrationId(), record.raw(), record.detail()));
        List<EventDraft> drafts = crawl.drafts().stream().filter(window::holds).toList();
        if (!drafts.isEmpty()) {
            with.publisher().publish(with.integrationId(), drafts, null);
        }
        Map<String, Instant> back = back(part(part), crawl, standing.state(), window);
        standing.reach(back, window.to());
        return new Found(drafts.size(), crawl.problems(), back);
    }

    private Source source(Part part, Window window) {
        return part == Part.COMMITS && !with.branches().isEmpty()
                ? new PastCommits(new BranchPatterns(with.branches()), window.from())
                : Sources.of(with).get(part);
    }

    /** When a tag came about only the feed tells. */
    private static void hearOfTags(RepositoryReader reader, Source source) {
        if (source instanceof TagsSource tags) {
            tags.hear(FeedSource.tagsShown(reader));
        }
    }

    /** Only where the window leads up to what is covered, and all of the source was wanted and could be read. */
    private static Map<String, Instant> back(Part part, Crawl crawl, RepositoryState known, Window window) {
        Map<String, Instant> back = new HashMap<>();
        for (String source : part.sources()) {
            boolean all = window.types().isEmpty() || window.types().containsAll(TYPES.getOrDefault(source, Set.of()));
            boolean joins = known.covers(source, window.to());
            if (all && joins && part != Part.TAGS && crawl.problems().isEmpty() && !crawl.withheld().contains(source)) {
                back.put(source, reached(source, crawl, known, window));
            }
        }
        return back;
    }

    private static Instant reached(String source, Crawl crawl, RepositoryState known, Window window) {
        return crawl.state().gaps().stream().filter(gap -> !known.gaps().contains(gap))
                .filter(gap -> Part.sourceOf(gap.source()).equals(source)).map(Gap::to).filter(window.from()::isBefore)
                .max(Instant::compareTo).orElse(window.from());
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values()).filter(part -> part.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
    }
}
