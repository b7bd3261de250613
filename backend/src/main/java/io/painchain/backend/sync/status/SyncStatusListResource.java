package io.painchain.backend.sync.status;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import io.painchain.backend.tenant.CurrentTenant;

@Path("/api/sync")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class SyncStatusListResource {

    private final SyncStatusReader reader;
    private final CurrentTenant tenant;

    SyncStatusListResource(SyncStatusReader reader, CurrentTenant tenant) {
        this.reader = reader;
        this.tenant = tenant;
    }

    @GET
    @Operation(operationId = "listSyncStatus", summary = "How syncing stands of each integration, and why")
    public List<SyncStatusView> list() {
        return reader.list(tenant.id());
    }
}
