package io.painchain.connector.backend.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.integration.SyncReport;
import io.smallrye.mutiny.Uni;

@Consumes(MediaType.APPLICATION_JSON)
public interface SyncReportsApi {

    @PUT
    @Path("/integrations/{id}/sync")
    Uni<RestResponse<Void>> report(@PathParam("id") String integrationId, SyncReport report);
}
