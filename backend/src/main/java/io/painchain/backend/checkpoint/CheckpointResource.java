package io.painchain.backend.checkpoint;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.security.Roles;
import io.painchain.model.event.Checkpoint;

@Path("/api/integrations/{id}")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONNECTOR)
@Tag(name = "connector work")
public class CheckpointResource {

    private final IntegrationDirectory directory;
    private final CheckpointRepository checkpoints;

    CheckpointResource(IntegrationDirectory directory, CheckpointRepository checkpoints) {
        this.directory = directory;
        this.checkpoints = checkpoints;
    }

    @GET
    @Path("/checkpoints")
    @Operation(operationId = "listCheckpoints", summary = "Where each repository stands, as the connector left it")
    public List<Checkpoint> checkpoints(@RestPath String id) {
        return checkpoints.list(directory.require(id));
    }
}
