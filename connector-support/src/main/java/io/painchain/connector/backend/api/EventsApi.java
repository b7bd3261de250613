package io.painchain.connector.backend.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.event.BatchResult;
import io.smallrye.mutiny.Uni;

@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public interface EventsApi {

    /** @param batch an {@code EventBatch} as JSON, whose size had to be measured */
    @POST
    @Path("/events/batch")
    Uni<RestResponse<BatchResult>> post(byte[] batch);
}
