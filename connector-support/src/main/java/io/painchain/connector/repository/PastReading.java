package io.painchain.connector.repository;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.model.event.EventDraft;

/** Reads like a poll that stood still since, with the same ids; of the checkpoint only {@link PastFindings} change. */
public final class PastReading<R extends PageReader> {

    /** {@code to} is exclusive; empty {@code types}: all. */
    public record Window(Instant from, Instant to, Set<String> types) {

        boolean holds(EventDraft draft) {
            return !draft.timestamp().isBefore(from) && draft.timestamp().isBefore(to)
                    && (types.isEmpty() || types.contains(draft.type()));
        }
    }

    public record Found(int events, List<String> problems, PastFindings past) {

        static final Found NOTHING = new Found(0, List.of(), PastFindings.NONE);
    }

    private final CrawlContext with;
    private final RepositoryAccess<R> access;

    public PastReading(CrawlContext with, RepositoryAccess<R> access) {
        this.with = with;
        this.access = access;
    }

    public static List<String> kinds(Kinds kinds, Set<String> types) {
        return kinds.all().stream().filter(kind -> kind.ledger().stream().anyMatch(source -> types.isEmpty()
                || source.types().stream().anyMatch(types::contains))).<String> map(ChangeKind::name).toList();
    }

    /** @throws ProviderException where it cannot be read now, or at all */
    public Found read(String kind, Window window) {
        return read(with.kinds().named(kind), window);
    }

    private <S> Found read(ChangeKind<S> kind, Window window) {
        Optional<Source<S, R>> source = access.past(kind, window.from());
        if (source.isEmpty()) {
            return Found.NOTHING;
        }
        RepositoryStanding standing = new RepositoryStanding(with, access.name());
        with.goOn().run();
        RepositoryAccess.Located found = access.lookUp(null).orElseThrow();
        standing.settle(found.id(), found.fullName(), null);
        R reader = access.reader(standing.state(), new WholeReads(1, with.clock(), standing.state().repositoryId()),
                new PageSizes(with.clock()));
        Stretches<S> read = new Stretches<>(kind, window);
        try {
            Optional<R> stretch = access.stretch(reader, null);
            do {
                Crawl<S> crawl = source.get().read(stretch.orElse(reader),
                        standing.state().asOf(window.from()).knownTo(kind));
                read.take(crawl, publish(crawl, window));
                stretch = read.onFrom().flatMap(until -> access.stretch(reader, until));
            } while (stretch.isPresent());
        } catch (ProviderException e) {
            if (e.is(Kind.GONE)) {
                return Found.NOTHING;
            }
            throw e;
        }
        PastFindings past = new PastFindings(read.back(standing.state()),
                OpenDetails.NONE.after(reader.details(), with.clock().instant()));
        standing.reach(past, window.to());
        return new Found(read.events(), read.problems(), past);
    }

    /** @return how many events */
    private int publish(Crawl<?> crawl, Window window) {
        crawl.unreadable().forEach(
                record -> with.publisher().setAside(with.integrationId(), record.raw(), record.detail()));
        List<EventDraft> drafts = crawl.drafts().stream().filter(window::holds).toList();
        if (!drafts.isEmpty()) {
            with.publisher().publish(with.integrationId(), drafts, null);
        }
        return drafts.size();
    }
}
