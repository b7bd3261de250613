package io.painchain.backend.webhook.event;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.paging.NextLink;
import io.painchain.backend.webhook.SnakeCaseReader;
import io.painchain.backend.webhook.digest.RehearsalView;
import io.painchain.backend.webhook.digest.Rehearsals;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

@Path("/api/webhooks/events")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "webhooks")
public class WebhookEventResource {

    private final WebhookEvents events;
    private final SnakeCaseReader reader;
    private final Rehearsals rehearsals;

    WebhookEventResource(WebhookEvents events, SnakeCaseReader reader, Rehearsals rehearsals) {
        this.events = events;
        this.reader = reader;
        this.rehearsals = rehearsals;
    }

    @GET
    @Operation(operationId = "listWebhookEvents", summary = "Deliveries that were received, the newest first")
    public RestResponse<List<WebhookEventView>> list(
            @RestQuery("integration_id") String integrationId,
            @RestQuery @Parameter(description = "The event's name, such as push") String type,
            @RestQuery @Parameter(description = "As the payload names it, such as acme/api") String repository,
            @RestQuery @Parameter(description = "pending, leased, mapped, ignored, deferred or dead; polled: not deliveries, but pages that polls got") String state,
            @RestQuery String from, @RestQuery String to,
            @RestQuery @Parameter(description = "true: with payloads and headers") boolean payload,
            @RestQuery String limit, @RestQuery String cursor, UriInfo uri) {
        var raw = new WebhookEventQuery.Raw(integrationId, type, repository, state, from, to);
        return NextLink.answer(events.list(WebhookEventQuery.of(raw, limit, cursor), payload), uri);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getWebhookEvent", summary = "One delivery with its payload and headers")
    public WebhookEventView get(@RestPath String id) {
        return events.get(id);
    }

    @POST
    @Path("/{id}/replay")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(operationId = "replayWebhookEvent", summary = "Digest one delivery again; its events keep their ids")
    @APIResponse(responseCode = "202", description = "Queued")
    @APIResponse(responseCode = "409", description = "It is being digested, or its payload is not kept any more")
    public WebhookEventView replay(@RestPath String id) {
        return events.replay(id);
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(operationId = "replayWebhookEvents", summary = "Digest all deliveries of a filter again, 10,000 at once")
    @APIResponse(responseCode = "202", description = "Queued")
    public ReplayResult replay(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ReplayRequest.class))) JsonNode body) {
        return events.replay(reader.read(body, ReplayRequest.class));
    }

    @POST
    @Path("/rehearsal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Blocking
    @Operation(operationId = "rehearseWebhookEvents", summary = "Derive the events of kept deliveries once more and tell what would differ, a portion at a time; nothing is stored")
    @APIResponse(responseCode = "200", description = "What would differ; ask again with after for the next portion")
    public Uni<RehearsalView> rehearse(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RehearsalRequest.class))) JsonNode body) {
        var request = reader.read(body, RehearsalRequest.class);
        return rehearsals.next(request.integrationId(), request.from(), request.to(), request.after());
    }
}
