package io.painchain.backend.event;

import java.net.URI;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.paging.NextLink;
import io.painchain.backend.wire.BodyLimit;
import io.painchain.model.BatchResult;
import io.painchain.model.EventView;
import io.painchain.model.Limits;
import io.painchain.model.Outcome;

/** Events in, one or a batch at a time, and single events out. */
@Path("/api/events")
@PermitAll
public class EventResource {

    private final EventReception reception;
    private final EventArchive archive;

    EventResource(EventReception reception, EventArchive archive) {
        this.reception = reception;
        this.archive = archive;
    }

    @POST
    public RestResponse<IngestedEvent> post(JsonNode draft) {
        var result = reception.receive(draft);
        var location = URI.create("/api/events/" + result.event().id());
        var status = result.outcome() == Outcome.created ? RestResponse.Status.CREATED : RestResponse.Status.OK;
        return ResponseBuilder.create(status, result).location(location).build();
    }

    @POST
    @Path("/batch")
    public BatchResult postBatch(@BodyLimit(Limits.BATCH_BYTES) EventBatchRequest batch) {
        return reception.receive(batch);
    }

    @GET
    @Path("/{id}")
    public EventView get(@RestPath String id) {
        return archive.event(id);
    }

    /** What the event's states were before, the newest first. */
    @GET
    @Path("/{id}/revisions")
    public RestResponse<List<EventView>> revisions(@RestPath String id, @RestQuery String limit, @RestQuery String cursor,
            UriInfo uri) {
        return NextLink.answer(archive.revisions(id, limit, cursor), uri);
    }
}
