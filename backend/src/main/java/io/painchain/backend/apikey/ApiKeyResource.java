package io.painchain.backend.apikey;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.problem.ProblemType;

@Path("/api/keys")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "access")
public class ApiKeyResource {

    private final ApiKeyEditor editor;
    private final AuthMode mode;

    ApiKeyResource(ApiKeyEditor editor, AuthMode mode) {
        this.editor = editor;
        this.mode = mode;
    }

    @GET
    @Operation(operationId = "listKeys", summary = "The keys that are not revoked, by name; 500 are the most")
    public List<ApiKeyView> list() {
        requireKeys();
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createKey", summary = "Make a key, which is shown in this answer and never again")
    @APIResponse(responseCode = "201", description = "Made", content = @Content(schema = @Schema(implementation = CreatedApiKey.class)))
    public RestResponse<CreatedApiKey> create(ApiKeyRequest request) {
        requireKeys();
        var created = editor.create(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/keys/" + created.stored().id()))
                .header("Cache-Control", "no-store").build();
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "revokeKey", summary = "Revoke a key, on all backends within seconds")
    @APIResponse(responseCode = "204", description = "Revoked")
    public void revoke(@RestPath String id) {
        requireKeys();
        editor.revoke(id);
    }

    /** Where nobody proves who they are, nobody may make a key that lasts longer than that. */
    private void requireKeys() {
        if (!mode.hasKeys()) {
            throw ProblemType.CONFLICT.problem("There are no keys here: PAINCHAIN_AUTH is " + mode.onTheWire() + ".");
        }
    }
}
