package io.painchain.backend.integration;

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
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.ETags;
import io.painchain.model.integration.IntegrationView;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/integrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations", description = "What is to be watched, with which credentials, and how that fares")
public class IntegrationResource {

    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final IntegrationEditor editor;
    private final IntegrationReader reader;
    private final IntegrationDirectory directory;
    private final EventRemoval eventRemoval;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;

    IntegrationResource(IntegrationEditor editor, IntegrationReader reader, IntegrationDirectory directory,
            EventRemoval eventRemoval, CurrentTenant tenant, SecurityIdentity identity) {
        this.editor = editor;
        this.reader = reader;
        this.directory = directory;
        this.eventRemoval = eventRemoval;
        this.tenant = tenant;
        this.identity = identity;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createIntegration", summary = "Register an integration")
    @APIResponse(responseCode = "201", description = "Registered; secrets are masked", content = @Content(schema = @Schema(implementation = IntegrationView.class)))
    public RestResponse<IntegrationView> create(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IntegrationRequest.class))) JsonNode body) {
        var view = reader.masked(editor.create(tenant.id(), body));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/integrations/" + view.id()))
                .header(HttpHeaders.ETAG, ETags.of(view.version()))
                .build();
    }

    @GET
    @Path("/{id}")
    @PermitAll
    @Operation(operationId = "getIntegration", summary = "One integration; its secrets in clear only to a connector")
    public RestResponse<IntegrationView> get(@RestPath String id) {
        var integration = directory.require(id);
        return answer(isConnector() ? reader.inClear(integration) : reader.masked(integration));
    }

    @PATCH
    @Path("/{id}")
    @PermitAll
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "patchIntegration", summary = "Change an integration by JSON Merge Patch (RFC 7396)", description = "Objects merge deep, arrays are replaced whole, null removes. A secret that is sent as its mask stays, unless what says where it is sent changes.")
    public RestResponse<IntegrationView> patch(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IntegrationRequest.class))) JsonNode patch) {
        var integration = directory.require(id);
        editor.patch(integration, patch, ifMatch);
        return answer(reader.masked(integration));
    }

    @PUT
    @Path("/{id}")
    @PermitAll
    @Consumes({ MediaType.APPLICATION_JSON, MERGE_PATCH })
    @Operation(operationId = "putIntegration", summary = "The same as PATCH")
    public RestResponse<IntegrationView> put(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = IntegrationRequest.class))) JsonNode patch) {
        return patch(id, ifMatch, patch);
    }

    @DELETE
    @Path("/{id}")
    @PermitAll
    @ResponseStatus(204)
    @Operation(operationId = "deleteIntegration", summary = "Delete an integration, its secrets and checkpoints; its events stay unless events=delete")
    @APIResponse(responseCode = "204", description = "Deleted")
    public void delete(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RestQuery @Schema(enumeration = { "keep", "delete" }) String events) {
        if (events != null && !events.equals("keep") && !events.equals("delete")) {
            throw ProblemType.invalid("events", "must be keep or delete");
        }
        var integration = directory.require(id);
        boolean withEvents = "delete".equals(events);
        editor.delete(integration, ifMatch, withEvents);
        if (withEvents) {
            eventRemoval.begin(integration);
        }
    }

    private boolean isConnector() {
        return identity.hasRole(Roles.CONNECTOR);
    }

    private static RestResponse<IntegrationView> answer(IntegrationView view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, ETags.of(view.version())).build();
    }
}
