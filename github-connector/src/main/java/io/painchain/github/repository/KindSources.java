package io.painchain.github.repository;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.connector.crawl.Sweep;
import io.painchain.connector.kind.Source;

final class KindSources {

    private final Map<String, Source<?, RepositoryReader>> byKind = new LinkedHashMap<>();
    private final RepositoryContext with;

    KindSources(RepositoryContext with) {
        this.with = with;
        SourceSetup setup = with.newSetup();
        with.kinds().stream().filter(kind -> kind.isWanted(with.branches()))
                .forEach(kind -> byKind.put(kind.name(), kind.source(setup)));
    }

    boolean has(GitHubKind<?> kind) {
        return byKind.containsKey(kind.name());
    }

    @SuppressWarnings("unchecked")
    <S> Source<S, RepositoryReader> of(GitHubKind<S> kind) {
        return (Source<S, RepositoryReader>) byKind.get(kind.name());
    }

    Map<String, Source<?, RepositoryReader>> byKind() {
        return Collections.unmodifiableMap(byKind);
    }

    /** Makes the next read of each a full one. */
    void hint() {
        byKind.values().forEach(Source::hinted);
    }

    /** @param gaveWay runs when another connector was faster */
    Sweep<RepositoryReader> sweep(Runnable gaveWay) {
        return new Sweep<>(with.crawl(), byKind.values().stream().flatMap(source -> source.swept().stream()).toList(),
                byKind.values().stream().flatMap(source -> source.sweptInTurn().stream()).toList(), gaveWay);
    }
}
