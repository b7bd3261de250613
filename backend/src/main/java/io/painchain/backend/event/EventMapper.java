package io.painchain.backend.event;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.painchain.backend.event.store.EventData;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.event.store.EventViewBuilder;
import io.painchain.backend.event.store.IncomingEvent;
import io.painchain.backend.event.store.IncomingEventBuilder;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.Limits;
import io.painchain.model.validation.OneLine;

/** Draft to row. A missing field is taken from {@code data} where that holds something of the right kind. */
final class EventMapper {

    private static final String DEFAULT_TYPE = "change";
    private static final Pattern WEB_ADDRESS = Pattern.compile("(?i)https?://[^\\s/].*");

    private EventMapper() {
    }

    static IncomingEvent toIncoming(EventDraft draft, Sender sender, UUID id, Instant now) {
        var description = orData(draft.description(), draft, "description", text -> text.length() <= Limits.DESCRIPTION);
        var author = OneLine.of(orData(draft.author(), draft, "author", text -> text.length() <= Limits.AUTHOR));
        var title = OneLine.of(draft.title());
        var project = OneLine.of(draft.project());
        var tags = tags(draft, sender);
        var keys = distinct(draft.correlationKeys());
        return IncomingEventBuilder.builder()
                .tenantId(sender.tenantId())
                .integrationId(sender.integrationId())
                .id(id)
                .scope(scope(draft, sender))
                .externalId(draft.externalId())
                .connector(draft.connector())
                .project(project)
                .type(type(draft))
                .title(title)
                .timestamp(draft.timestamp())
                .endTimestamp(draft.endTimestamp())
                .asOf(draft.asOf() == null ? now : draft.asOf())
                .description(description)
                .author(author)
                .url(orData(draft.url(), draft, "url", EventMapper::isWebAddress))
                .status(OneLine.of(orData(draft.status(), draft, "status", text -> text.length() <= Limits.STATUS)))
                .tags(tags)
                .entity(draft.entity())
                .correlationKeys(keys)
                .data(EventData.write(draft.data()))
                .removedKeys(EventData.removedKeys(draft.data()))
                .build();
    }

    /** The view of an event that was just created. */
    static EventView toView(IncomingEvent event, Instant now) {
        return EventViewBuilder.builder()
                .id(event.id().toString())
                .tenantId(CurrentTenant.onTheWire(event.tenantId()))
                .integrationId(event.integrationId() == null ? null : event.integrationId().toString())
                .title(event.title())
                .connector(event.connector())
                .project(event.project())
                .type(event.type())
                .timestamp(event.timestamp())
                .endTimestamp(event.endTimestamp())
                .asOf(event.asOf())
                .externalId(event.externalId())
                .description(event.description())
                .author(event.author())
                .url(event.url())
                .status(event.status())
                .tags(event.tags())
                .entity(event.entity())
                .correlationKeys(event.correlationKeys())
                .data(EventData.stored(event.data()))
                .revision(1)
                .receivedAt(now)
                .updatedAt(now)
                .build();
    }

    private static String scope(EventDraft draft, Sender sender) {
        return sender.integration() == null ? "connector:" + draft.connector() : sender.integrationId().toString();
    }

    private static String type(EventDraft draft) {
        var type = orData(draft.type(), draft, "event_type", text -> !text.isBlank() && text.length() <= Limits.TYPE);
        return type == null ? DEFAULT_TYPE : OneLine.of(type);
    }

    private static String orData(String value, EventDraft draft, String key, Predicate<String> fits) {
        if (value != null) {
            return value;
        }
        return data(draft).get(key) instanceof String text && fits.test(text) ? text : null;
    }

    private static Map<String, Object> data(EventDraft draft) {
        return draft.data() == null ? Map.of() : draft.data();
    }

    private static boolean isWebAddress(String text) {
        return text.length() <= Limits.URL && WEB_ADDRESS.matcher(text).matches();
    }

    /** The draft's own first: beyond the limit, the integration's are left out. */
    private static List<String> tags(EventDraft draft, Sender sender) {
        var inherited = sender.integration() == null ? List.<String> of() : sender.integration().tags();
        if (draft.tags() == null && inherited.isEmpty()) {
            return null;
        }
        var own = draft.tags() == null ? List.<String> of() : draft.tags();
        return Stream.concat(own.stream(), inherited.stream()).map(OneLine::of).distinct().limit(Limits.TAGS).toList();
    }

    private static List<String> distinct(List<String> values) {
        return values == null ? null : List.copyOf(new LinkedHashSet<>(values));
    }
}
