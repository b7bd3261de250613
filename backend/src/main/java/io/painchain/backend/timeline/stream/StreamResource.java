package io.painchain.backend.timeline.stream;

import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.painchain.backend.timeline.filter.FilterParameters;
import io.painchain.backend.timeline.filter.TimelineFilters;
import io.painchain.backend.timeline.stream.EventStream.Item;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;

@Path("/api/events/stream")
@PermitAll
@Tag(name = "events")
public class StreamResource {

    private static final long RECONNECT_MILLIS = 2_000;

    private final ChangeReader reader;
    private final TimelineFilters filters;

    StreamResource(ChangeReader reader, TimelineFilters filters) {
        this.reader = reader;
        this.filters = filters;
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @ResponseHeader(name = "X-Accel-Buffering", value = "no")
    @Operation(operationId = "streamEvents", summary = "New and changed events as they come, as server-sent events", description = """
            First comes an event "ready" with an id and {"resumed": …}: read the list after it, and nothing is missed. Each event "event" has an EventView as data, a new one or a new state of a known one. With the id that came last, as Last-Event-ID or after, a stream goes on where another broke off; where it cannot, resumed is false: read the list anew. A comment is sent every 15 s.""")
    @APIResponse(responseCode = "200", description = "Without an end", content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS, schema = @Schema(type = SchemaType.STRING)))
    public Multi<OutboundSseEvent> stream(@BeanParam FilterParameters parameters,
            @RestQuery @Parameter(description = "The id that came last, for those who cannot send Last-Event-ID") String after,
            @RestHeader("Last-Event-ID") String lastEventId, @Context Sse sse) {
        var opened = reader.open(filters.read(parameters), after, lastEventId);
        var ready = sse.newEventBuilder().name("ready").id(opened.position().text()).reconnectDelay(RECONNECT_MILLIS)
                .data(Map.of("resumed", opened.resumed())).build();
        var items = Multi.createBy().repeating().uni(opened.stream()::next).until(item -> item == Item.END)
                .map(item -> toEvent(item, sse));
        return Multi.createBy().concatenating().streams(Multi.createFrom().item(ready), items)
                .onSubscription().invoke(() -> reader.begin(opened))
                .onTermination().invoke(() -> reader.end(opened));
    }

    private static OutboundSseEvent toEvent(Item item, Sse sse) {
        if (item.change() == null) {
            return sse.newEventBuilder().comment("").build();
        }
        return sse.newEventBuilder().name("event").id(item.change().position().text()).data(item.change().event()).build();
    }
}
