package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.model.connector.EventFact;
import io.painchain.model.connector.EventRole;
import io.painchain.model.connector.EventState;
import io.painchain.model.event.TypedKey;

/** What an event says of work: its commits, a push, or reviewed work that was taken over. */
final class WorkReading {

    private WorkReading() {
    }

    static List<Commit> commits(EventReading event) {
        return event.commits().orElse(List.of());
    }

    /** One that threw commits away leads nowhere. */
    static Optional<Push> push(EventReading event) {
        var head = event.text(EventFact.version);
        var base = event.text(EventFact.before);
        if (!event.is(EventRole.work) || head.isEmpty() || base.isEmpty() || event.flag(EventFact.forced).orElse(false)) {
            return Optional.empty();
        }
        var keyed = Shas.of(event.event().keys());
        var listed = commits(event).stream().map(Commit::sha).toList();
        var commits = listed.size() >= keyed.size() ? listed : keyed;
        boolean isWhole = event.number(EventFact.commit_count).filter(count -> count == commits.size()).isPresent();
        return Optional.of(new Push(head.get(), base.get(), isWhole, commits));
    }

    static Optional<Work> work(EventReading event) {
        boolean isMerged = event.is(EventRole.work) && event.text(EventFact.before).isEmpty()
                && !event.meaning().states().isEmpty() && event.state().filter(EventState.done::equals).isPresent();
        return isMerged ? Optional.of(merged(event)) : Optional.empty();
    }

    private static Work merged(EventReading event) {
        var own = commits(event).stream().map(Commit::sha).toList();
        return new Work(id(event.event()), event.text(EventFact.version).orElse(null), event.event().timestamp(),
                time(event, EventFact.first_commit), time(event, EventFact.ready), time(event, EventFact.first_review),
                event.flag(EventFact.hotfix).orElse(false), TypedKey.reverts.plain(event.event().keys()), own,
                event.number(EventFact.commit_count).orElse((long) own.size()));
    }

    private static String id(SourceEvent event) {
        return event.entity() == null ? event.id().toString() : event.entity();
    }

    private static Instant time(EventReading event, EventFact fact) {
        return event.time(fact).orElse(null);
    }
}
