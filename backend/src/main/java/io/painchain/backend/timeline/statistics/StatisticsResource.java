package io.painchain.backend.timeline.statistics;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.paging.NextLink;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.timeline.filter.FilterParameters;
import io.painchain.backend.timeline.filter.TimelineFilters;

@Path("/api")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "timeline")
public class StatisticsResource {

    private final NameReader names;
    private final StatsReader stats;
    private final TimelineFilters filters;
    private final CurrentTenant tenant;

    StatisticsResource(NameReader names, StatsReader stats, TimelineFilters filters, CurrentTenant tenant) {
        this.names = names;
        this.stats = stats;
        this.filters = filters;
        this.tenant = tenant;
    }

    @GET
    @Path("/projects")
    @Operation(operationId = "listProjects", summary = "Projects by name, each with its last event")
    public RestResponse<List<ProjectEntry>> projects(@RestQuery String limit, @RestQuery String cursor, UriInfo uri) {
        return NextLink.answer(names.projects(NameQuery.of(limit, cursor, tenant.id(), 2)), uri);
    }

    @GET
    @Path("/tags")
    @Operation(operationId = "listTags", summary = "Tags by name, each with its last event")
    public RestResponse<List<TagEntry>> tags(@RestQuery String limit, @RestQuery String cursor, UriInfo uri) {
        return NextLink.answer(names.tags(NameQuery.of(limit, cursor, tenant.id(), 1)), uri);
    }

    @GET
    @Path("/stats")
    @Operation(operationId = "getStats", summary = "How many events there are, by connector, type and status")
    public StatsView stats(@BeanParam FilterParameters parameters) {
        return stats.read(filters.read(parameters));
    }
}
