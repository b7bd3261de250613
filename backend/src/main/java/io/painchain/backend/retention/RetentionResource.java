package io.painchain.backend.retention;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.tenant.CurrentTenant;

@Path("/api/retention")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system", description = "How PainChain fares, and how long it keeps events")
public class RetentionResource {

    private final Retention retention;
    private final CurrentTenant tenant;

    RetentionResource(Retention retention, CurrentTenant tenant) {
        this.retention = retention;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "getRetention", summary = "How long events are kept")
    public RetentionView get() {
        return retention.view(tenant.id());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putRetention", summary = "Keep events for so many months; null for the installation's default", description = "What ended earlier is removed within the hour, for good, with its revisions; what is posted of it is answered with the outcome expired and not stored.")
    public RetentionView put(RetentionRequest request) {
        retention.choose(tenant.id(), request.months());
        retention.forget(tenant.id());
        return retention.view(tenant.id());
    }
}
