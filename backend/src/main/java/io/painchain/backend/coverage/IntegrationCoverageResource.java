package io.painchain.backend.coverage;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.integration.IntegrationDirectory;

@Path("/api/integrations/{id}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage")
public class IntegrationCoverageResource {

    private final CoverageReader reader;
    private final IntegrationDirectory directory;
    private final Clock clock;

    IntegrationCoverageResource(CoverageReader reader, IntegrationDirectory directory, Clock clock) {
        this.reader = reader;
        this.directory = directory;
        this.clock = clock;
    }

    @GET
    @Path("/coverage")
    @Operation(operationId = "getIntegrationCoverage", summary = "What is covered of a window, for one integration")
    public CoverageView ofIntegration(@RestPath String id,
            @RestQuery @Parameter(description = "A day before to unless said") String from,
            @RestQuery @Parameter(description = "Now unless said") String to) {
        return reader.of(directory.require(id), CoverageWindow.of(from, to, clock.instant()));
    }
}
