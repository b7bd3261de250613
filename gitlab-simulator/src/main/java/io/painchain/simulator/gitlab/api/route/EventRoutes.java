package io.painchain.simulator.gitlab.api.route;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.EventJson;
import io.painchain.simulator.gitlab.world.event.Event;

/** The feed of a project: by id, whole days, and filtered only after the page was cut. */
final class EventRoutes {

    private static final Set<String> ACTIONS = Set.of("approved", "closed", "commented", "created", "destroyed", "expired",
            "joined", "left", "merged", "pushed", "reopened", "updated");

    private EventRoutes() {
    }

    static List<Route> all() {
        return List.of(Route.open("/projects/:id/events", EventRoutes::list));
    }

    private static Answer list(Call call) throws ApiException {
        String action = call.text("action");
        if (action != null && !ACTIONS.contains(action)) {
            throw ApiException.error(400, "action does not have a valid value");
        }
        Instant after = endOf(call.time("after"));
        Instant before = startOf(call.time("before"));
        Predicate<Event> meant = event -> (action == null || event.action().equals(action))
                && (after == null || !event.createdAt().isBefore(after))
                && (before == null || event.createdAt().isBefore(before));
        List<Event> events = call.project().feed().newestFirst().stream().filter(meant).toList();
        List<Event> ordered = "asc".equals(call.text("sort")) ? reversed(events) : events;
        return Pages.filtered(call, ordered, page -> page.stream().filter(event -> !event.hidden()).toList(),
                event -> EventJson.of(call.project(), event, call.rendering()));
    }

    private static List<Event> reversed(List<Event> events) {
        return events.stream().sorted(Comparator.comparingLong(Event::id)).toList();
    }

    /** Neither bound belongs to it: after a day means from the next one on. */
    private static Instant endOf(Instant moment) {
        return moment == null ? null : day(moment).plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static Instant startOf(Instant moment) {
        return moment == null ? null : day(moment).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
