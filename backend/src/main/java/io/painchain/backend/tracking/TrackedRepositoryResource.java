package io.painchain.backend.tracking;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;

@Path("/api/integrations/{id}/tracked")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class TrackedRepositoryResource {

    private final TrackedRepositoryReader reader;
    private final IntegrationDirectory directory;

    TrackedRepositoryResource(TrackedRepositoryReader reader, IntegrationDirectory directory) {
        this.reader = reader;
        this.directory = directory;
    }

    @GET
    @Operation(operationId = "listTrackedRepositories", summary = "What the integration follows, how each stands and its webhook; what it followed before comes last")
    public List<TrackedRepositoryView> list(@RestPath String id) {
        return reader.list(directory.require(id));
    }
}
