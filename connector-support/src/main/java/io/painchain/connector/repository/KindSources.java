package io.painchain.connector.repository;

import java.util.Map;
import java.util.Set;

import org.jboss.logging.Logger;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.Sweep;
import io.painchain.connector.crawl.Timetable;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** Sources by the name of their kind; unwanted kinds have none. */
record KindSources<R extends PageReader>(Map<String, Source<?, R>> byKind) {

    private static final Logger LOG = Logger.getLogger(KindSources.class);

    boolean has(ChangeKind<?> kind) {
        return byKind.containsKey(kind.name());
    }

    @SuppressWarnings("unchecked")
    <S> Source<S, R> of(ChangeKind<S> kind) {
        return (Source<S, R>) byKind.get(kind.name());
    }

    /** What is in one list keeps no other from being read, even where nobody foresaw it. */
    <S> Crawl<S> crawl(ChangeKind<S> kind, R reader, RepositoryState state) {
        try {
            return of(kind).read(reader, state.knownTo(kind));
        } catch (ProviderException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s of %s", kind.words(), state.project());
            throw new ProviderException(Kind.UNREADABLE,
                    "a fault in the connector (" + e.getClass().getSimpleName() + "); its log tells more", null, e);
        }
    }

    /** Makes the next read of each a full one. */
    void hint() {
        byKind.values().forEach(Source::hinted);
    }

    /** Makes some due, and their next read a full one: what a probe saw before may have changed since. */
    void hint(Timetable timetable, Set<String> kinds) {
        timetable.hint(kinds);
        byKind.forEach((kind, source) -> {
            if (kinds.contains(kind)) {
                source.hinted();
            }
        });
    }

    /** @param gaveWay runs when another connector was faster */
    Sweep<R> sweep(CrawlContext with, Runnable gaveWay) {
        return new Sweep<>(with, byKind.values().stream().flatMap(source -> source.swept().stream()).toList(),
                byKind.values().stream().flatMap(source -> source.sweptInTurn().stream()).toList(), gaveWay);
    }
}
