package io.painchain.backend.timeline.statistics;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.timeline.filter.TimelineFilters;

@Path("/api/events/histogram")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public class HistogramResource {

    private final HistogramReader reader;
    private final TimelineFilters filters;
    private final Clock clock;

    HistogramResource(HistogramReader reader, TimelineFilters filters, Clock clock) {
        this.reader = reader;
        this.filters = filters;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getHistogram", summary = "How many events began when, by what they are", description = "The last 24 hours unless from and to say otherwise. Bins are a minute up to 2 hours, 15 minutes up to a day, an hour up to 7 days, else a day or as many weeks as needed.")
    public HistogramView histogram(@BeanParam HistogramParameters parameters) {
        return reader.read(HistogramQuery.of(parameters, filters, clock));
    }
}
