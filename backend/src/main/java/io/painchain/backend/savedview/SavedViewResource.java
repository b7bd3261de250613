package io.painchain.backend.savedview;

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

@Path("/api/views")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "views", description = "Filters with a name")
public class SavedViewResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SavedViewEditor editor;

    SavedViewResource(SavedViewEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listViews", summary = "All saved views by name; 500 are the most")
    public List<SavedViewEntry> list() {
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createView", summary = "Create a saved view")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = SavedViewEntry.class)))
    public RestResponse<SavedViewEntry> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedViewRequest.class))) JsonNode body) {
        var created = editor.create(body);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/views/" + created.id()))
                .header(HttpHeaders.ETAG, ETags.of(created.version())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getView", summary = "One saved view")
    public RestResponse<SavedViewEntry> get(@RestPath String id) {
        return answer(editor.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "patchView", summary = "Change a saved view by JSON Merge Patch (RFC 7396)")
    public RestResponse<SavedViewEntry> patch(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedViewRequest.class))) JsonNode patch) {
        return answer(editor.patch(id, patch, ifMatch));
    }

    @PUT
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "putView", summary = "The same as PATCH")
    public RestResponse<SavedViewEntry> put(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SavedViewRequest.class))) JsonNode patch) {
        return patch(id, ifMatch, patch);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "deleteView", summary = "Delete a saved view")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch) {
        editor.delete(id, ifMatch);
    }

    private static RestResponse<SavedViewEntry> answer(SavedViewEntry view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(view.version())).build();
    }
}
