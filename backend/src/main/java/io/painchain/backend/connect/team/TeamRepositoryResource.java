package io.painchain.backend.connect.team;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.task.request.JobResource;
import io.painchain.backend.task.request.RepositoryParameters;
import io.painchain.backend.task.request.RepositoryResource;
import io.painchain.backend.task.request.RepositorySelection;
import io.painchain.backend.task.request.SyncJob;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.DiscoveredRepository;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** {@code integration} is needed only where a team has several of the type. */
@Path("/a/{team}/integrations/{type}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations of a team")
public class TeamRepositoryResource {

    private final TeamIntegrations integrations;
    private final RepositoryResource repositories;
    private final JobResource jobs;

    TeamRepositoryResource(TeamIntegrations integrations, RepositoryResource repositories, JobResource jobs) {
        this.integrations = integrations;
        this.repositories = repositories;
        this.jobs = jobs;
    }

    @GET
    @Path("/repos")
    @Blocking
    @Operation(operationId = "listTeamRepositories", summary = "The same as GET /api/integrations/{id}/repositories")
    public Uni<RestResponse<List<DiscoveredRepository>>> list(@RestPath String team, @RestPath String type,
            @RestQuery String integration, @BeanParam RepositoryParameters parameters, UriInfo uri) {
        return repositories.repositories(integrations.require(type, integration).id(), parameters, uri);
    }

    @POST
    @Path("/repos")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "selectTeamRepositories", summary = "The same as POST /api/integrations/{id}/repositories")
    public RestResponse<IntegrationView> select(@RestPath String team, @RestPath String type, @RestQuery String integration,
            @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RepositorySelection.class))) JsonNode body) {
        return repositories.select(integrations.require(type, integration).id(), ifMatch, body);
    }

    @DELETE
    @Path("/repos/{name:.+}")
    @Operation(operationId = "unselectTeamRepository", summary = "The same as DELETE /api/integrations/{id}/repositories/{name}")
    public RestResponse<IntegrationView> unselect(@RestPath String team, @RestPath String type, @RestPath String name,
            @RestQuery String integration, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch) {
        return repositories.unselect(integrations.require(type, integration).id(), name.replaceFirst("/$", ""), ifMatch);
    }

    @POST
    @Path("/sync")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "requestTeamSync", summary = "The same as POST /api/integrations/{id}/sync")
    @APIResponse(responseCode = "202", description = "Queued; GET the Location to see how it goes")
    public RestResponse<SyncJob> sync(@RestPath String team, @RestPath String type, @RestQuery String integration) {
        return jobs.requestSync(integrations.require(type, integration).id());
    }

    @GET
    @Path("/sync/status")
    @Operation(operationId = "getTeamSync", summary = "How the integration was read last, and how a sync that was asked for goes")
    public TeamSyncView status(@RestPath String team, @RestPath String type, @RestQuery String integration) {
        var view = integrations.require(type, integration);
        return new TeamSyncView(view.id(), TeamIntegrationMapper.status(view), view.lastSync(), view.lastError(),
                jobs.sync(view.id()));
    }
}
