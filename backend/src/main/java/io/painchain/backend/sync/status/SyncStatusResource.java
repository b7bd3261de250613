package io.painchain.backend.sync.status;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;

@Path("/api/integrations/{id}/sync/status")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class SyncStatusResource {

    private final SyncStatusReader reader;
    private final IntegrationDirectory directory;

    SyncStatusResource(SyncStatusReader reader, IntegrationDirectory directory) {
        this.reader = reader;
        this.directory = directory;
    }

    @GET
    @Operation(operationId = "getSyncStatus", summary = "How syncing stands, and why")
    public SyncStatusView status(@RestPath String id) {
        return reader.get(directory.require(id));
    }
}
