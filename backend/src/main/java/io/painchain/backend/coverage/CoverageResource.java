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
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.tenant.CurrentTenant;

@Path("/api/coverage")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "coverage", description = "Whether the timeline has everything that happened, and if not, what is missing and why")
public class CoverageResource {

    private final CoverageReader reader;
    private final CurrentTenant tenant;
    private final Clock clock;

    CoverageResource(CoverageReader reader, CurrentTenant tenant, Clock clock) {
        this.reader = reader;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "getCoverage", summary = "What is covered of a window, for all enabled integrations", description = "Verdicts are complete, late, gap and unknown; nothing later than the last verified read is ever called complete.")
    public CoverageView ofTenant(@RestQuery @Parameter(description = "A day before to unless said") String from,
            @RestQuery @Parameter(description = "Now unless said") String to) {
        return reader.ofTenant(tenant.id(), CoverageWindow.of(from, to, clock.instant()));
    }
}
