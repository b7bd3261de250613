package io.painchain.backend.task.request;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.DiscoveredRepository;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

@Path("/api/integrations")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class ConnectionResource {

    private final Connections connections;
    private final CurrentTenant tenant;

    ConnectionResource(Connections connections, CurrentTenant tenant) {
        this.connections = connections;
        this.tenant = tenant;
    }

    @POST
    @Path("/test")
    @Blocking
    @Operation(operationId = "testConnection", summary = "Whether a configuration works, before it is saved")
    @APIResponse(responseCode = "200", description = "ok says whether it does, message why not")
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public Uni<ConnectionTest> test(ConnectionRequest request) {
        return connections.test(tenant.id(), request);
    }

    @POST
    @Path("/repositories")
    @Blocking
    @Operation(operationId = "discoverRepositories", summary = "What a configuration's credentials can see, before it is saved")
    @APIResponse(responseCode = "200", description = "A page; Link rel=\"next\" where there is more, with the same body", headers = @Header(name = DiscoveryAnswer.WARNING, description = DiscoveryAnswer.DESCRIPTION, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public Uni<RestResponse<List<DiscoveredRepository>>> repositories(ConnectionRequest request, @RestQuery String page,
            UriInfo uri) {
        return connections.discover(tenant.id(), request, RepositorySearch.of(request, page))
                .map(found -> DiscoveryAnswer.of(found, found.repositories(), uri));
    }
}
