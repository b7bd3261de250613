package io.painchain.backend.sync;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.security.Roles;
import io.painchain.model.integration.SyncReport;

@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONNECTOR)
@Tag(name = "connector work", description = "What only connectors call")
public class SyncResource {

    private final IntegrationDirectory directory;
    private final SyncReports reports;

    SyncResource(IntegrationDirectory directory, SyncReports reports) {
        this.directory = directory;
        this.reports = reports;
    }

    @PUT
    @Path("/sync")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "reportSync", summary = "Tell how a cycle went", description = "Once a cycle. Repositories that are not named stay as they were; those in removed are forgotten.")
    @APIResponse(responseCode = "204", description = "Taken, unless a later cycle was reported before")
    public void report(@RestPath String id, SyncReport report) {
        reports.take(directory.require(id), report);
    }
}
