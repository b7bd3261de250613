package io.painchain.connector.backend.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.connector.ConnectorType;
import io.smallrye.mutiny.Uni;

public interface ConnectorTypesApi {

    @PUT
    @Path("/connectors/{type}")
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<Void>> register(@PathParam("type") String type, ConnectorType metadata);

    @DELETE
    @Path("/connectors/{type}/workers/{worker}")
    Uni<RestResponse<Void>> leave(@PathParam("type") String type, @PathParam("worker") String worker);
}
