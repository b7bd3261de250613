package io.painchain.backend.system;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.tenant.CurrentTenant;

@Path("/api/system")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "system")
public class SystemResource {

    private final SystemReader reader;
    private final CurrentTenant tenant;

    SystemResource(SystemReader reader, CurrentTenant tenant) {
        this.reader = reader;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "getSystem", summary = "What runs here and how it fares, also while the database is away")
    public SystemView get() {
        return reader.read(tenant.id());
    }
}
