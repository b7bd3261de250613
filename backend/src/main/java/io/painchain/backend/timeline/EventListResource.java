package io.painchain.backend.timeline;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.timeline.filter.TimelineFilters;

@Path("/api/events")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventListResource {

    private final TimelineReader reader;
    private final TimelineFilters filters;

    EventListResource(TimelineReader reader, TimelineFilters filters) {
        this.reader = reader;
        this.filters = filters;
    }

    @GET
    @Operation(operationId = "listEvents", summary = "Events, newest first; Link leads to the next page")
    public RestResponse<List<EventView>> list(@BeanParam TimelineParameters parameters, UriInfo uri) {
        return NextLink.answer(reader.page(TimelineQuery.of(parameters, filters)), uri);
    }
}
