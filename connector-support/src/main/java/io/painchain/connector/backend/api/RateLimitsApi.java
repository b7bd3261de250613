package io.painchain.connector.backend.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.model.integration.RateLimitReport;
import io.smallrye.mutiny.Uni;

@Consumes(MediaType.APPLICATION_JSON)
public interface RateLimitsApi {

    @POST
    @Path("/v1/rate-limits/track")
    Uni<RestResponse<Void>> track(RateLimitReport report);
}
