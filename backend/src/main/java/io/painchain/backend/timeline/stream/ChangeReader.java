package io.painchain.backend.timeline.stream;

import java.util.ArrayList;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.timeline.IntegrationNames;
import io.painchain.backend.timeline.filter.TimelineFilter;
import io.painchain.backend.timeline.stream.ChangeRepository.Changes;
import io.painchain.model.validation.FieldError;
import io.quarkus.narayana.jta.QuarkusTransaction;

@Singleton
class ChangeReader {

    private final ChangeRepository changes;
    private final IntegrationNames names;
    private final EventStreams streams;
    private final DatabaseScope scope;

    ChangeReader(ChangeRepository changes, IntegrationNames names, EventStreams streams, DatabaseScope scope) {
        this.changes = changes;
        this.names = names;
        this.streams = streams;
        this.scope = scope;
    }

    /** @param resumed whether the stream continues where the reader was */
    record Opened(EventStream stream, String tenantId, StreamPosition position, boolean resumed) {
    }

    Opened open(TimelineFilter filter, String after, String lastEventId) {
        var wanted = position(after, lastEventId);
        var transactions = changes.transactions();
        // A position ahead belongs to another database, from which this one was restored.
        var known = wanted.filter(position -> !position.isAfter(transactions.next()));
        var position = known.orElseGet(() -> StreamPosition.before(transactions.settled()));
        return new Opened(streams.open(position, from -> read(from, filter)), filter.tenantId(), position,
                wanted.isPresent() && known.isPresent());
    }

    void begin(Opened opened) {
        streams.join(opened.stream(), opened.tenantId());
    }

    void end(Opened opened) {
        streams.leave(opened.stream());
    }

    private static Optional<StreamPosition> position(String after, String lastEventId) {
        var errors = new ArrayList<FieldError>();
        var last = StreamPosition.parse("Last-Event-ID", lastEventId, errors);
        var given = StreamPosition.parse("after", after, errors);
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return last.or(() -> given);
    }

    private Changes read(StreamPosition from, TimelineFilter filter) {
        return scope.of(filter.tenantId(), () -> QuarkusTransaction.requiringNew().call(() -> {
            var found = changes.after(from, filter, EventStream.PAGE);
            var named = names.named(found.found().stream().map(EventChange::event).toList(), filter.tenantId());
            var all = new ArrayList<EventChange>();
            for (int i = 0; i < named.size(); i++) {
                all.add(new EventChange(found.found().get(i).position(), named.get(i)));
            }
            return new Changes(all, found.transactions());
        }));
    }
}
