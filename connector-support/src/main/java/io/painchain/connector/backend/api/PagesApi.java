package io.painchain.connector.backend.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.integration.PolledPage;
import io.smallrye.mutiny.Uni;

@Consumes(MediaType.APPLICATION_JSON)
public interface PagesApi {

    @POST
    @Path("/integrations/{id}/pages")
    Uni<RestResponse<Void>> keep(@PathParam("id") String integrationId, PolledPage page);
}
