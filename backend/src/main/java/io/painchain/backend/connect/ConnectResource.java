package io.painchain.backend.connect;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

@Path("/api/integrations/connect")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class ConnectResource {

    private final Connects connects;

    ConnectResource(Connects connects) {
        this.connects = connects;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "startConnect", summary = "Begin to connect by agreeing at the provider, in a way that the connector's metadata declares")
    @APIResponse(responseCode = "201", description = "Go on at url, or enter userCode there", content = @Content(schema = @Schema(implementation = ConnectFlowView.class)))
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public RestResponse<ConnectFlowView> start(ConnectRequest request,
            @RestHeader("Origin") @Parameter(hidden = true) String origin, UriInfo uri) {
        var view = connects.begin(request, base(origin, uri));
        return ResponseBuilder.create(RestResponse.Status.CREATED, view)
                .location(URI.create("/api/integrations/connect/" + view.id())).build();
    }

    /** The page's origin tells of TLS, also where that ends in front of us; it was checked against the host. */
    public static URI base(String origin, UriInfo uri) {
        return origin == null ? uri.getBaseUri() : URI.create(origin + "/");
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getConnect", summary = "How connecting goes; only for who began it")
    public ConnectFlowView get(@RestPath String id) {
        return connects.get(id);
    }

    @POST
    @Path("/{id}/poll")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "pollConnect", summary = "Whether the code was entered; the provider is asked no more often than it allows")
    @APIResponse(responseCode = "200", description = "waiting, or connected with the integration's id")
    @APIResponse(responseCode = "400", description = "Refused; detail says why")
    public ConnectFlowView poll(@RestPath String id) {
        return connects.poll(id);
    }
}
