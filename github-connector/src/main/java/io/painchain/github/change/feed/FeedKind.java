package io.painchain.github.change.feed;

import java.time.Instant;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.list.ListState;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;

/** The events feed covers nothing itself; it hints which kinds to read. */
public final class FeedKind extends GitHubKind<ListState> {

    public static final FeedKind KIND = new FeedKind();

    private FeedKind() {
        super("feed", "the events feed", new SliceType<>(ListState.class, ListState.UNREAD, slice -> ListState.UNREAD));
    }

    @Override
    public ListState asOf(ListState slice, Instant moment) {
        return slice;
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return new Cadence(cadences.feed(), true, true);
    }

    @Override
    public Vouching vouching() {
        return Vouching.SPARES;
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("push", "create", "delete", "pull_request", "issues", "release");
    }

    @Override
    public Source<ListState, RepositoryReader> source(SourceSetup setup) {
        return new FeedSource(setup);
    }
}
