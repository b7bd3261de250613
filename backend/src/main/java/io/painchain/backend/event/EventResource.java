package io.painchain.backend.event;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.event.cloudevent.CloudEvent;
import io.painchain.backend.event.store.EventView;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.wire.BodyLimit;
import io.painchain.model.event.BatchResult;
import io.painchain.model.event.EventBatch;
import io.painchain.model.event.EventDraft;
import io.painchain.model.event.Outcome;
import io.painchain.model.validation.Limits;

@Path("/api/events")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class EventResource {

    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final EventReception reception;
    private final EventReader reader;

    EventResource(EventReception reception, EventReader reader) {
        this.reception = reception;
        this.reader = reader;
    }

    @POST
    @Consumes({ MediaType.APPLICATION_JSON, STRUCTURED, BATCH })
    @Operation(operationId = "postEvent", summary = "Take one event", description = "Also as a CloudEvent 1.0, structured, binary (ce-… headers) or several as a batch, of which CDEvents are read by their meaning.")
    @APIResponse(responseCode = "201", description = "A new event", content = @Content(schema = @Schema(implementation = IngestedEvent.class)))
    @APIResponse(responseCode = "200", description = "A known event; outcome says what became of the draft. Of one that is older than the tenant keeps, the outcome expired alone. Of a batch of CloudEvents what became of each, as of /api/events/batch", content = @Content(schema = @Schema(implementation = IngestedEvent.class)))
    public RestResponse<?> post(
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventDraft.class))) JsonNode body,
            @Context HttpHeaders headers) {
        if (isOf(headers, BATCH)) {
            return RestResponse.ok(reception.receiveCloudEvents(body));
        }
        if (isOf(headers, STRUCTURED)) {
            return answer(reception.receive(CloudEvent.structured(body)));
        }
        Map<String, String> single = new HashMap<>();
        headers.getRequestHeaders().forEach((name, values) -> single.put(name, values.get(0)));
        return answer(CloudEvent.isIn(single) ? reception.receive(CloudEvent.binary(single, body)) : reception.receive(body));
    }

    private static boolean isOf(HttpHeaders headers, String type) {
        return headers.getMediaType() != null && MediaType.valueOf(type).isCompatible(headers.getMediaType());
    }

    private static RestResponse<IngestedEvent> answer(IngestedEvent result) {
        if (result.event() == null) {
            return RestResponse.ok(result);
        }
        var location = URI.create("/api/events/" + result.event().id());
        var status = result.outcome() == Outcome.created ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return ResponseBuilder.create(status, result).location(location).build();
    }

    @POST
    @Path("/batch")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "postEventBatch", summary = "Take up to 1,000 events, and where their connector stands")
    @APIResponse(responseCode = "200", description = "What became of each draft and checkpoint")
    public BatchResult postBatch(
            @BodyLimit(Limits.BATCH_BYTES) @RequestBody(required = true, content = @Content(schema = @Schema(implementation = EventBatch.class))) EventBatchRequest batch) {
        return reception.receive(batch);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvent", summary = "One event as it is now")
    public EventView get(@RestPath String id) {
        return reader.event(id);
    }

    @GET
    @Path("/{id}/revisions")
    @Operation(operationId = "listRevisions", summary = "What the event's states were before, the newest first")
    public RestResponse<List<EventView>> revisions(@RestPath String id, @RestQuery String limit, @RestQuery String cursor,
            UriInfo uri) {
        return NextLink.answer(reader.revisions(id, limit, cursor), uri);
    }
}
