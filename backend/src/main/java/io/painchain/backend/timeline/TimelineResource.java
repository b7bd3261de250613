package io.painchain.backend.timeline;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.timeline.filter.TimelineFilters;

@Path("/api")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public class TimelineResource {

    private final TimelineReader timeline;
    private final TimelineFilters filters;

    TimelineResource(TimelineReader timeline, TimelineFilters filters) {
        this.timeline = timeline;
        this.filters = filters;
    }

    @GET
    @Path("/timeline")
    @Operation(operationId = "getTimeline", summary = "A page of events and how many there are in all, counted up to 10,000")
    public TimelineView timeline(@BeanParam TimelineParameters parameters) {
        return timeline.timeline(TimelineQuery.of(parameters, filters));
    }
}
