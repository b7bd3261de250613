package io.painchain.backend.webhook.config;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

@Path("/api/webhooks/configs")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
public class WebhookConfigResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final WebhookConfigEditor editor;

    WebhookConfigResource(WebhookConfigEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listWebhookConfigs", summary = "All webhook configurations, or those of one integration; 1,000 are the most")
    public List<WebhookConfigView> list(@RestQuery("integration_id") String integrationId) {
        return editor.list(integrationId);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createWebhookConfig", summary = "Create a webhook configuration", description = "The secret is in this answer and in no later one.")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = WebhookConfigView.class)))
    public RestResponse<WebhookConfigView> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookConfigRequest.class))) JsonNode body,
            UriInfo uri) {
        var created = editor.create(body, uri.getBaseUri());
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/webhooks/configs/" + created.id())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhookConfig", summary = "One webhook configuration")
    public WebhookConfigView get(@RestPath String id) {
        return editor.get(id);
    }

    @PATCH
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "patchWebhookConfig", summary = "Change a webhook configuration by JSON Merge Patch (RFC 7396)", description = "The secret before a new one is taken, too, until the next change. A secret of null makes a new one.")
    public WebhookConfigView patch(@RestPath String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = WebhookConfigRequest.class))) JsonNode patch) {
        return editor.patch(id, patch);
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "deleteWebhookConfig", summary = "Delete a webhook configuration")
    @APIResponse(responseCode = "204", description = "Deleted; what it received is kept")
    public void delete(@RestPath String id) {
        editor.delete(id);
    }
}
