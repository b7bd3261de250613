package io.painchain.backend.timeline;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.paging.NextLink;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.ProjectEntry;
import io.painchain.model.StatsView;
import io.painchain.model.TagEntry;
import io.painchain.model.TimelineView;

/** The timeline, and by what it can be filtered. */
@Path("/api")
@PermitAll
public class TimelineResource {

    private final TimelineReader timeline;
    private final NameReader names;
    private final StatsReader stats;
    private final CurrentTenant tenant;

    TimelineResource(TimelineReader timeline, NameReader names, StatsReader stats, CurrentTenant tenant) {
        this.timeline = timeline;
        this.names = names;
        this.stats = stats;
        this.tenant = tenant;
    }

    @GET
    @Path("/timeline")
    public TimelineView timeline(@BeanParam TimelineParameters parameters) {
        return timeline.timeline(TimelineQuery.of(parameters, tenant.id()));
    }

    @GET
    @Path("/projects")
    public RestResponse<List<ProjectEntry>> projects(@RestQuery String limit, @RestQuery String cursor, UriInfo uri) {
        return NextLink.answer(names.projects(NameQuery.of(limit, cursor, tenant.id(), 2)), uri);
    }

    @GET
    @Path("/tags")
    public RestResponse<List<TagEntry>> tags(@RestQuery String limit, @RestQuery String cursor, UriInfo uri) {
        return NextLink.answer(names.tags(NameQuery.of(limit, cursor, tenant.id(), 1)), uri);
    }

    @GET
    @Path("/stats")
    public StatsView stats(@BeanParam TimelineParameters parameters) {
        return stats.read(TimelineQuery.of(parameters, tenant.id()).filter());
    }
}
