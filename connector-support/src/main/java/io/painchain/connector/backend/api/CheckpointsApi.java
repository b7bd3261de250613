package io.painchain.connector.backend.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.event.Checkpoint;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;

@Produces(MediaType.APPLICATION_JSON)
public interface CheckpointsApi {

    @GET
    @Path("/integrations/{id}/checkpoints")
    Uni<RestResponse<List<Checkpoint>>> of(@PathParam("id") String integrationId);

    @GET
    Uni<RestResponse<List<Checkpoint>>> page(@Url String address);
}
