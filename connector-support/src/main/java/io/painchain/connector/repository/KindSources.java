package io.painchain.connector.repository;

import java.util.Map;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.Sweep;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageReader;

/** Sources by the name of their kind; unwanted kinds have none. */
record KindSources<R extends PageReader>(Map<String, Source<?, R>> byKind) {

    boolean has(ChangeKind<?> kind) {
        return byKind.containsKey(kind.name());
    }

    @SuppressWarnings("unchecked")
    <S> Source<S, R> of(ChangeKind<S> kind) {
        return (Source<S, R>) byKind.get(kind.name());
    }

    /** Makes the next read of each a full one. */
    void hint() {
        byKind.values().forEach(Source::hinted);
    }

    /** @param gaveWay runs when another connector was faster */
    Sweep<R> sweep(CrawlContext with, Runnable gaveWay) {
        return new Sweep<>(with, byKind.values().stream().flatMap(source -> source.swept().stream()).toList(),
                byKind.values().stream().flatMap(source -> source.sweptInTurn().stream()).toList(), gaveWay);
    }
}
