package io.painchain.github.change.transition;

import java.util.Comparator;
import java.util.Optional;

import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.repository.RepositoryReader;

/** Finds the last closing or reopening of one thing among its own events, where the repository's are too far back. */
public final class TransitionLookup {

    private final RepositoryReader reader;

    public TransitionLookup(RepositoryReader reader) {
        this.reader = reader;
    }

    public Optional<TransitionMark> lastOf(long number) {
        try {
            return reader.pages("/issues/" + number + "/events?per_page=100", IssueEvent.class).stream()
                    .flatMap(page -> page.items().stream()).filter(event -> event.is("closed") || event.is("reopened"))
                    .max(Comparator.comparing(IssueEvent::createdAt).thenComparing(IssueEvent::id)).map(TransitionMark::of);
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            return Optional.empty();
        }
    }
}
