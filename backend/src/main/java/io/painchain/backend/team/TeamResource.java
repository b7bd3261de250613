package io.painchain.backend.team;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.wire.ETags;

@Path("/api/teams")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "teams", description = "Whose events are whose, by tags")
public class TeamResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final TeamEditor editor;

    TeamResource(TeamEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listTeams", summary = "All teams by name; 500 are the most")
    public List<TeamView> list() {
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTeam", summary = "Create a team")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = TeamView.class)))
    public RestResponse<TeamView> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TeamRequest.class))) JsonNode body) {
        var created = editor.create(body);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/teams/" + created.id()))
                .header(HttpHeaders.ETAG, ETags.of(created.version())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getTeam", summary = "One team")
    public RestResponse<TeamView> get(@RestPath String id) {
        return answer(editor.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "patchTeam", summary = "Change a team by JSON Merge Patch (RFC 7396)")
    public RestResponse<TeamView> patch(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TeamRequest.class))) JsonNode patch) {
        return answer(editor.patch(id, patch, ifMatch));
    }

    @PUT
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "putTeam", summary = "The same as PATCH")
    public RestResponse<TeamView> put(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = TeamRequest.class))) JsonNode patch) {
        return patch(id, ifMatch, patch);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "deleteTeam", summary = "Delete a team")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch) {
        editor.delete(id, ifMatch);
    }

    private static RestResponse<TeamView> answer(TeamView view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(view.version())).build();
    }
}
