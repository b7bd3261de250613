package io.painchain.backend.integration;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.paging.NextLink;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.model.integration.IntegrationView;
import io.quarkus.security.identity.SecurityIdentity;

@Path("/api/integrations")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class IntegrationListResource {

    private final IntegrationReader reader;
    private final ConnectorWork work;
    private final SecurityIdentity identity;

    IntegrationListResource(IntegrationReader reader, ConnectorWork work, SecurityIdentity identity) {
        this.reader = reader;
        this.work = work;
        this.identity = identity;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listIntegrations", summary = "The integrations of a tenant; to a connector those of all tenants", description = "With the connector key: type is required, x-tenant-id narrows, configurations come in clear, disabled integrations only with enabled=false.")
    @APIResponse(responseCode = "200", description = "In the order of their creation", headers = {
            @Header(name = "Link", description = "rel=\"next\" where there is more", schema = @Schema(type = SchemaType.STRING)),
            @Header(name = ConnectorWork.ASSIGNMENT_VERSION, description = "To a worker: it changes when its share of the work does", schema = @Schema(type = SchemaType.INTEGER)) })
    public RestResponse<List<IntegrationView>> list(@RestQuery String type,
            @RestQuery @Schema(enumeration = { "true", "false" }) String enabled,
            @RestQuery @Parameter(description = "1 to 500; 50 unless said, to connectors 500") String limit,
            @RestQuery @Parameter(description = "From a Link header") String cursor,
            @RestQuery @Parameter(description = "For connectors: who asks; the call is its heartbeat") String worker,
            UriInfo uri) {
        var raw = new IntegrationQuery.Raw(type, enabled, limit, cursor);
        if (identity.hasRole(Roles.CONNECTOR)) {
            return work.answer(raw, worker, uri);
        }
        if (worker != null) {
            throw ProblemType.UNAUTHORIZED.problem("Only a connector has workers; send Authorization: Bearer <connector key>.");
        }
        return NextLink.answer(reader.masked(IntegrationQuery.of(raw, PageQuery.USUAL)), uri);
    }
}
