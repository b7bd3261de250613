package io.painchain.github.change.transition;

import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.repository.RepositoryReader;

/** Looks in one issue's own events, where the repository's are too far back. */
public final class TransitionLookup {

    /** Names the detail that is missing. */
    public static final String NAME = "closing";

    private final RepositoryReader reader;

    public TransitionLookup(RepositoryReader reader) {
        this.reader = reader;
    }

    /** @param record is asked for again where the events cannot be read */
    public Optional<TransitionMark> lastOf(long number, RecordDetails record) {
        return record.read(NAME, () -> last(number)).flatMap(Function.identity());
    }

    private Optional<TransitionMark> last(long number) {
        return reader.pages("/issues/" + number + "/events?per_page=100", IssueEvent.class).stream()
                .flatMap(page -> page.items().stream()).filter(event -> event.is("closed") || event.is("reopened"))
                .max(Comparator.comparing(IssueEvent::createdAt).thenComparing(IssueEvent::id)).map(TransitionMark::of);
    }
}
