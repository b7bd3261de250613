package io.painchain.backend.subscription.outbox;

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
import io.painchain.backend.wire.PatchReader;

@Path("/api/subscriptions/{id}/messages")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "subscriptions")
public class MessageResource {

    private final Messages messages;
    private final PatchReader reader;

    MessageResource(Messages messages, PatchReader reader) {
        this.messages = messages;
        this.reader = reader;
    }

    @GET
    @Operation(operationId = "listOutgoingMessages", summary = "What was and will be sent to a subscriber in the last 30 days, the newest first")
    public RestResponse<List<MessageView>> list(@RestPath String id,
            @RestQuery @Parameter(description = "waiting, sent or failed") String state, @RestQuery String limit,
            @RestQuery String cursor, UriInfo uri) {
        return NextLink.answer(messages.list(id, state, limit, cursor), uri);
    }

    @GET
    @Path("/{message}")
    @Operation(operationId = "getOutgoingMessage", summary = "One message with its attempts")
    public MessageView get(@RestPath String id, @RestPath String message) {
        return messages.get(id, message);
    }

    @POST
    @Path("/{message}/replay")
    @Consumes(MediaType.WILDCARD)
    @ResponseStatus(202)
    @Operation(operationId = "replayOutgoingMessage", summary = "Send one message again, under its webhook-id")
    @APIResponse(responseCode = "202", description = "Queued")
    public MessageView replay(@RestPath String id, @RestPath String message) {
        return messages.resend(id, message);
    }

    @POST
    @Path("/replay")
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(202)
    @Operation(operationId = "replayOutgoingMessages", summary = "Send messages again, 10,000 at once")
    @APIResponse(responseCode = "202", description = "Queued")
    public ResendResult replay(@RestPath String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = ResendRequest.class))) JsonNode body) {
        return messages.resend(id, reader.read(body, ResendRequest.class));
    }
}
