package io.painchain.backend.timeline.related;

import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

@Path("/api/events/{id}/related")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "events")
public class RelatedResource {

    private final RelatedReader reader;

    RelatedResource(RelatedReader reader) {
        this.reader = reader;
    }

    @GET
    @Operation(operationId = "listRelated", summary = "Events of the same thing or with the same keys, oldest first", description = "Where there are more than the limit, those nearest in time. Without data and description.")
    public List<RelatedEvent> related(@RestPath String id,
            @RestQuery @Parameter(description = "1 to 500, else 50") String limit) {
        return reader.related(id, limit);
    }
}
