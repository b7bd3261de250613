package io.painchain.github.repository;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;
import io.painchain.model.event.EventDraft;

/** Reads like a poll that stood still since, with the same ids; of the checkpoint only {@link PastFindings} change. */
public final class PastReading {

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

    private final RepositoryContext with;
    private final RepositoryName name;
    private final List<String> tags;

    public PastReading(RepositoryContext with, RepositoryName name, List<String> tags) {
        this.with = with;
        this.name = name;
        this.tags = tags;
    }

    public static List<String> kinds(Kinds kinds, Set<String> types) {
        return kinds.all().stream().filter(kind -> kind.ledger().stream().anyMatch(source -> types.isEmpty()
                || source.types().stream().anyMatch(types::contains))).<String> map(ChangeKind::name).toList();
    }

    /** @throws ProviderException where it cannot be read now, or at all */
    public Found read(String kind, Window window) {
        return read(with.kinds().stream().filter(one -> one.name().equals(kind)).findFirst().orElseThrow(), window);
    }

    private <S> Found read(GitHubKind<S> kind, Window window) {
        if (!kind.isWanted(with.branches())) {
            return Found.NOTHING;
        }
        Source<S, RepositoryReader> source = kind.past(with.newSetup(), window.from());
        RepositoryStanding standing = new RepositoryStanding(with.crawl(), name.toString());
        with.crawl().goOn().run();
        Repository repository = with.api().read(with.api().url("/repos/" + name), Repository.class);
        standing.settle(repository.id(), repository.fullName(), null);
        RepositoryReader reader = new RepositoryReader(with,
                RepositoryReader.scope(standing.state(), with.crawl().integrationId(), tags),
                new WholeReads(1, with.crawl().clock(), standing.state().repositoryId()),
                new PageSizes(with.crawl().clock()), standing.state().details());
        Crawl<S> crawl;
        try {
            crawl = source.read(reader, standing.state().asOf(window.from()).knownTo(kind));
        } catch (ProviderException e) {
            if (e.is(Kind.GONE)) {
                return Found.NOTHING;
            }
            throw e;
        }
        crawl.unreadable().forEach(
                record -> with.crawl().publisher().setAside(with.crawl().integrationId(), record.raw(), record.detail()));
        List<EventDraft> drafts = crawl.drafts().stream().filter(window::holds).toList();
        if (!drafts.isEmpty()) {
            with.crawl().publisher().publish(with.crawl().integrationId(), drafts, null);
        }
        PastFindings past = new PastFindings(back(kind, crawl, standing.state(), window),
                OpenDetails.NONE.after(reader.details(), with.crawl().clock().instant()));
        standing.reach(past, window.to());
        return new Found(drafts.size(), crawl.problems(), past);
    }

    /** Only where the window reaches the coverage, and all of the source was wanted and readable. */
    private static Map<String, Instant> back(GitHubKind<?> kind, Crawl<?> crawl, RepositoryState known, Window window) {
        Map<String, Instant> back = new HashMap<>();
        for (LedgerSource source : kind.ledger()) {
            boolean all = window.types().isEmpty() || window.types().containsAll(source.types());
            boolean joins = known.covers(source.key(), window.to());
            if (all && joins && kind.reachesBack() && crawl.problems().isEmpty()
                    && !crawl.withheld().contains(source.key())) {
                back.put(source.key(), reached(source, crawl, window));
            }
        }
        return back;
    }

    private static Instant reached(LedgerSource source, Crawl<?> crawl, Window window) {
        return crawl.gaps().stream().filter(gap -> source.words().contains(gap.source())).map(Gap::to)
                .filter(window.from()::isBefore).max(Instant::compareTo).orElse(window.from());
    }
}
