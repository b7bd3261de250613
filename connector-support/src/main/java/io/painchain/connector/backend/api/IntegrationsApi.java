package io.painchain.connector.backend.api;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.integration.IntegrationView;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;

/** Answers carry the configuration in clear text. */
@Produces(MediaType.APPLICATION_JSON)
public interface IntegrationsApi {

    @GET
    @Path("/integrations")
    Uni<RestResponse<List<IntegrationView>>> assigned(@QueryParam("type") String type, @QueryParam("worker") String worker);

    @GET
    Uni<RestResponse<List<IntegrationView>>> page(@Url String address);
}
