package io.painchain.backend.task.request;

import java.net.URI;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.model.task.TaskKind;

@Path("/api/integrations/{id}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class JobResource {

    private final Jobs jobs;
    private final IntegrationDirectory directory;

    JobResource(Jobs jobs, IntegrationDirectory directory) {
        this.jobs = jobs;
        this.directory = directory;
    }

    @POST
    @Path("/sync")
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "requestSync", summary = "Read everything anew now; where that goes on already, once is enough")
    @APIResponse(responseCode = "202", description = "Queued; GET the Location to see how it goes")
    public RestResponse<SyncJob> requestSync(@RestPath String id) {
        return accepted(id, "sync", jobs.sync(directory.require(id)));
    }

    @GET
    @Path("/sync")
    @Operation(operationId = "getSync", summary = "How the newest sync that was asked for goes")
    public SyncJob sync(@RestPath String id) {
        return JobMapper.toSync(jobs.newest(directory.require(id), TaskKind.sync));
    }

    @POST
    @Path("/backfill")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "requestBackfill", summary = "Read what happened before")
    @APIResponse(responseCode = "202", description = "Queued; GET the Location to see how it goes")
    @APIResponse(responseCode = "409", description = "Another one goes on")
    public RestResponse<BackfillJob> requestBackfill(@RestPath String id, BackfillRequest request) {
        return accepted(id, "backfill", jobs.backfill(directory.require(id), request));
    }

    @GET
    @Path("/backfill")
    @Operation(operationId = "getBackfill", summary = "How the newest backfill goes")
    public BackfillJob backfill(@RestPath String id) {
        return JobMapper.toBackfill(jobs.newest(directory.require(id), TaskKind.backfill));
    }

    @DELETE
    @Path("/backfill")
    @ResponseStatus(204)
    @Operation(operationId = "cancelBackfill", summary = "Stop a backfill; what it has read stays")
    @APIResponse(responseCode = "204", description = "None goes on any more")
    public void cancelBackfill(@RestPath String id) {
        jobs.cancel(directory.require(id), TaskKind.backfill);
    }

    private static <T> RestResponse<T> accepted(String id, String what, T job) {
        return ResponseBuilder.create(RestResponse.Status.ACCEPTED, job)
                .location(URI.create("/api/integrations/" + id + "/" + what)).build();
    }
}
