package io.painchain.backend.webhook.inbox;

import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

@Path("/api/webhooks")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "webhooks", description = "What providers send by themselves, and what became of it")
public class DeliveryResource {

    private final DeliveryIntake intake;
    private final HttpServerRequest request;
    private final Clock clock;

    DeliveryResource(DeliveryIntake intake, HttpServerRequest request, Clock clock) {
        this.intake = intake;
        this.request = request;
        this.clock = clock;
    }

    @POST
    @Path("/{type}")
    @Blocking
    @Operation(operationId = "receiveWebhook", summary = "Take a delivery of whichever integration its hook, installation or repository belongs to")
    @APIResponse(responseCode = "202", description = "Stored, or known already", content = @Content(schema = @Schema(implementation = DeliveryReceipt.class)))
    public Uni<RestResponse<DeliveryReceipt>> receive(@RestPath String type,
            @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT))) byte[] body) {
        return take(type, null, body);
    }

    @POST
    @Path("/{type}/{integrationId}")
    @Blocking
    @Operation(operationId = "receiveWebhookOfIntegration", summary = "Take a delivery of one integration")
    @APIResponse(responseCode = "202", description = "Stored, or known already", content = @Content(schema = @Schema(implementation = DeliveryReceipt.class)))
    public Uni<RestResponse<DeliveryReceipt>> receive(@RestPath String type, @RestPath String integrationId,
            @RequestBody(required = true, content = @Content(schema = @Schema(type = SchemaType.OBJECT))) byte[] body) {
        return take(type, integrationId, body);
    }

    private Uni<RestResponse<DeliveryReceipt>> take(String type, String integrationId, byte[] body) {
        return intake.take(type, integrationId, IncomingDelivery.of(request, body, clock.instant()))
                .map(receipt -> ResponseBuilder.create(RestResponse.Status.ACCEPTED, receipt).build());
    }
}
