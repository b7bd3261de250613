package io.painchain.backend.deployment.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.painchain.model.connector.EventFact;
import io.painchain.model.connector.EventState;
import io.painchain.model.event.TypedKey;

/** The events of one leg as the leg. */
final class LegReading {

    /** Where nobody says whether users are served there. */
    private static final Set<String> PRODUCTION = Set.of("production", "prod");
    private static final Comparator<EventReading> IN_TIME = Comparator
            .comparing((EventReading one) -> one.event().timestamp()).thenComparing(one -> one.event().id());

    private LegReading() {
    }

    /** Empty where nothing says which version comes where, or in which state it is. */
    static Optional<Leg> of(String id, String tenantId, List<EventReading> all) {
        var events = all.stream().filter(event -> event.state().isPresent()).sorted(IN_TIME).toList();
        var version = last(events, event -> event.text(EventFact.version));
        var environment = last(events, event -> event.text(EventFact.environment));
        if (version.isEmpty() || environment.isEmpty()) {
            return Optional.empty();
        }
        var newest = events.get(events.size() - 1);
        var project = newest.event().project();
        var slot = new Slot(tenantId, project, environment.get(),
                last(events, event -> event.text(EventFact.service)).orElse(project));
        var production = last(events, event -> event.flag(EventFact.production))
                .orElse(PRODUCTION.contains(environment.get().toLowerCase(java.util.Locale.ROOT)));
        var end = ending(events);
        var done = end.filter(event -> is(event, EventState.done)).map(LegReading::endOf).orElse(null);
        var state = end.map(event -> event.state().orElseThrow()).orElseGet(() -> newest.state().orElseThrow());
        var at = done != null ? done : end.map(LegReading::endOf).orElseGet(() -> newest.event().timestamp());
        return Optional.of(new Leg(id, slot, production, version.get(), run(events), state, began(events), done, at,
                told(events), works(events), end.orElse(newest).event().id(),
                events.stream().map(event -> event.event().updatedAt()).max(Comparator.naturalOrder()).orElseThrow()));
    }

    /** The first time that it was done, else that it failed; what comes after says of something else. */
    private static Optional<EventReading> ending(List<EventReading> events) {
        return Stream.of(EventState.done, EventState.failed)
                .flatMap(state -> events.stream().filter(event -> is(event, state)).findFirst().stream()).findFirst();
    }

    /** What waits for approval has not begun. */
    private static Instant began(List<EventReading> events) {
        return events.stream().filter(event -> !is(event, EventState.waiting)).findFirst()
                .orElse(events.get(0)).event().timestamp();
    }

    private static Instant endOf(EventReading event) {
        return event.event().endTimestamp() == null ? event.event().timestamp() : event.event().endTimestamp();
    }

    private static String run(List<EventReading> events) {
        return last(events, event -> event.event().keys().stream()
                .filter(key -> event.meaning().run() != null && key.startsWith(event.meaning().run() + ":")).findFirst())
                .orElse(null);
    }

    private static Leg.Told told(List<EventReading> events) {
        return last(events, LegReading::told).orElse(null);
    }

    private static Optional<Leg.Told> told(EventReading event) {
        var keys = event.event().keys();
        var from = event.text(EventFact.shipped_from).or(() -> TypedKey.before.plain(keys).stream().findFirst()
                .flatMap(Shas::of));
        var listed = event.commits().map(commits -> commits.stream().map(Commit::sha).toList())
                .orElseGet(() -> Shas.of(TypedKey.ships.plain(keys)));
        var back = event.texts(EventFact.taken_back).orElseGet(() -> Shas.of(TypedKey.reverts.plain(keys)));
        return from.map(before -> new Leg.Told(before, listed,
                event.number(EventFact.commit_count).orElse((long) listed.size()), back));
    }

    private static List<String> works(List<EventReading> events) {
        return events.stream().flatMap(event -> TypedKey.ships.plain(event.event().keys()).stream())
                .filter(key -> Shas.of(key).isEmpty()).distinct().sorted().toList();
    }

    private static boolean is(EventReading event, EventState state) {
        return event.state().filter(state::equals).isPresent();
    }

    private static <T> Optional<T> last(List<EventReading> events, java.util.function.Function<EventReading, Optional<T>> of) {
        T found = null;
        for (var event : events) {
            found = of.apply(event).orElse(found);
        }
        return Optional.ofNullable(found).filter(Objects::nonNull);
    }
}
