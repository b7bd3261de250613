package io.painchain.github.sync;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.Repository;
import io.painchain.github.github.RepositoryName;
import io.painchain.model.EventDraft;

/**
 * Reads what happened in a repository since some moment, part by part, as a poll would that had stood still since then. Its
 * drafts bear the same ids as a poll's, so that nothing is doubled; the checkpoint stays as it is.
 */
public final class PastReading {

    /** What a part tells of; another part of a later version is read whatever is asked for. */
    private static final Map<Part, Set<String>> TYPES = Map.of(Part.RUNS, Set.of("workflow_run"), Part.ITEMS,
            Set.of("pull_request", "pull_request_review", "issue"), Part.PUSHES, Set.of("push", "branch"), Part.RELEASES,
            Set.of("release"), Part.COMMITS, Set.of("commit"), Part.DEPLOYMENTS, Set.of("deployment", "deployment_status"),
            Part.TAGS, Set.of("tag"));

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

    /** @param problems what could not be read, each a sentence */
    public record Found(int events, List<String> problems) {
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
                .filter(part -> types.isEmpty() || !TYPES.containsKey(part)
                        || TYPES.get(part).stream().anyMatch(types::contains))
                .map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    }

    /** The part in words. */
    public static String words(String part) {
        return part(part).words();
    }

    /**
     * Reads one part and posts what is wanted of it.
     *
     * @throws GitHubException where it cannot be read now, or at all
     */
    public Found read(String part, Window window) {
        Source source = Sources.of(with).get(part(part));
        if (source == null) {
            return new Found(0, List.of());
        }
        RepositoryStanding standing = new RepositoryStanding(with, name);
        with.goOn().run();
        standing.settle(with.api().read(with.api().url("/repos/" + name), Repository.class), null);
        RepositoryReader reader = new RepositoryReader(with, standing.scope(tags),
                new WholeReads(1, with.clock(), standing.state().repositoryId()));
        Crawl crawl;
        try {
            crawl = source.read(reader, standing.state().asOf(window.from()));
        } catch (GitHubException e) {
            if (e.is(Kind.GONE)) {
                return new Found(0, List.of());
            }
            throw e;
        }
        crawl.unreadable().forEach(record -> with.publisher().setAside(with.integrationId(), record.raw(), record.detail()));
        List<EventDraft> drafts = crawl.drafts().stream().filter(window::holds).toList();
        if (!drafts.isEmpty()) {
            with.publisher().publish(with.integrationId(), drafts, null);
        }
        return new Found(drafts.size(), crawl.problems());
    }

    private static Part part(String name) {
        return Arrays.stream(Part.values()).filter(part -> part.name().equalsIgnoreCase(name)).findFirst().orElseThrow();
    }
}
