package io.painchain.github.repository;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Source;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.FeedEvent;

/** A kind of change with what only GitHub has: where it is read, and what feed, probe and connection test know of it. */
public interface GitHubKind<S> extends ChangeKind<S> {

    /** @param branches those whose commits the integration wants */
    default boolean isWanted(List<String> branches) {
        return true;
    }

    Source<S, RepositoryReader> source(SourceSetup setup);

    /** The source that a backfill reads as if nothing had been read since that moment. */
    default Source<S, RepositoryReader> past(SourceSetup setup, Instant from) {
        return source(setup);
    }

    /** Whether an entry of the events feed says that there is something new. */
    default boolean isToldBy(FeedEvent event) {
        return false;
    }

    /** What a GraphQL probe asks for, by {@link #marks}. */
    default List<ProbeMark> probeMarks() {
        return List.of();
    }

    @Override
    default Set<String> marks() {
        return Set.copyOf(probeMarks().stream().map(ProbeMark::name).toList());
    }

    /** What a connection test tries to read. */
    default List<TestedRead> tested() {
        return List.of();
    }

    /**
     * @param line where the answer names it
     * @param path of a request that reads as little of it as there is
     * @param permission what a fine-grained token needs for it
     */
    record TestedRead(int line, String name, String path, String permission) {

        public static TestedRead of(int line, String name, String path, String permission) {
            return new TestedRead(line, name, path + (path.contains("?") ? "&" : "?") + "per_page=1", permission + "=read");
        }
    }
}
