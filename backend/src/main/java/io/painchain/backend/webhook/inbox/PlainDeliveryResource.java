package io.painchain.backend.webhook.inbox;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** The address under which hooks of other tools were set up. */
@Path("/webhooks/{type}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class PlainDeliveryResource {

    private final DeliveryIntake intake;
    private final HttpServerRequest request;
    private final Clock clock;

    PlainDeliveryResource(DeliveryIntake intake, HttpServerRequest request, Clock clock) {
        this.intake = intake;
        this.request = request;
        this.clock = clock;
    }

    @POST
    @Blocking
    @Operation(operationId = "receivePlainWebhook", hidden = true)
    public Uni<RestResponse<DeliveryReceipt>> receive(@RestPath String type, byte[] body) {
        return intake.take(type, null, IncomingDelivery.of(request, body, clock.instant()))
                .map(receipt -> ResponseBuilder.create(RestResponse.Status.ACCEPTED, receipt).build());
    }
}
