package io.painchain.backend.webhook.page;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.wire.BodyLimit;
import io.painchain.model.integration.PolledPage;
import io.painchain.model.validation.Limits;

@Path("/api/integrations/{id}/pages")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONNECTOR)
@Tag(name = "connector work")
public class PolledPageResource {

    private final IntegrationDirectory directory;
    private final PolledPages pages;

    PolledPageResource(IntegrationDirectory directory, PolledPages pages) {
        this.directory = directory;
        this.pages = pages;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    @Operation(operationId = "keepPolledPage", summary = "Keep a provider's answer as a poll got it, for rehearsals")
    @APIResponse(responseCode = "204", description = "Kept; the same answer again is kept once")
    public void keep(@RestPath String id, @BodyLimit(Limits.BATCH_BYTES) PolledPage page) {
        try {
            pages.keep(directory.require(id), page);
        } catch (IllegalArgumentException e) {
            throw ProblemType.invalid("/body", "must be base64");
        }
    }
}
