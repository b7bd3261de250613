package io.painchain.backend.subscription;

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

@Path("/api/subscriptions")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions", description = "Events sent to others")
public class SubscriptionResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final SubscriptionEditor editor;

    SubscriptionResource(SubscriptionEditor editor) {
        this.editor = editor;
    }

    @GET
    @Operation(operationId = "listSubscriptions", summary = "All subscriptions by name; 100 are the most")
    public List<SubscriptionView> list() {
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createSubscription", summary = "Have events sent from now on", description = "Of a webhook the secret is shown in this answer only.")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    public RestResponse<SubscriptionView> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubscriptionRequest.class))) JsonNode body) {
        var created = editor.create(body);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/subscriptions/" + created.id()))
                .header(HttpHeaders.ETAG, ETags.of(created.version())).build();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getSubscription", summary = "One subscription, and how its receiver answers")
    public RestResponse<SubscriptionView> get(@RestPath String id) {
        return answer(editor.get(id));
    }

    @PATCH
    @Path("/{id}")
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "patchSubscription", summary = "Change a subscription by JSON Merge Patch (RFC 7396)", description = "Both secrets sign until the next change, the new one and that before it; a secret of null makes a new one. active: true sends again, and what was missed first.")
    public RestResponse<SubscriptionView> patch(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = SubscriptionRequest.class))) JsonNode patch) {
        return answer(editor.patch(id, patch, ifMatch));
    }

    @DELETE
    @Path("/{id}")
    @ResponseStatus(204)
    @Operation(operationId = "deleteSubscription", summary = "Delete a subscription, and what was not sent yet")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch) {
        editor.delete(id, ifMatch);
    }

    private static RestResponse<SubscriptionView> answer(SubscriptionView view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(view.version())).build();
    }
}
