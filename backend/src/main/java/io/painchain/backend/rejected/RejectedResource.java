package io.painchain.backend.rejected;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
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
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationQuery;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.paging.Page;
import io.painchain.backend.paging.PageQuery;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.event.RejectedRecord;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Path("/api/integrations/{id}/rejected")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.CONNECTOR)
@Tag(name = "connector work")
public class RejectedResource {

    private final IntegrationDirectory directory;
    private final RejectedRepository rejected;
    private final RejectedRetry retry;
    private final WireReader reader;

    RejectedResource(IntegrationDirectory directory, RejectedRepository rejected, RejectedRetry retry, WireReader reader) {
        this.directory = directory;
        this.rejected = rejected;
        this.retry = retry;
        this.reader = reader;
    }

    @GET
    @Operation(operationId = "listRejected", summary = "What was set aside, the newest first")
    public RestResponse<List<RejectedView>> list(@RestPath String id, @RestQuery String limit, @RestQuery String cursor,
            UriInfo uri) {
        var query = IntegrationQuery.of(new IntegrationQuery.Raw(null, null, limit, cursor), PageQuery.USUAL);
        var views = rejected.list(directory.require(id), query.after(), query.limit() + 1);
        if (views.size() <= query.limit()) {
            return NextLink.answer(new Page<>(views, Optional.empty()), uri);
        }
        var page = views.subList(0, query.limit());
        return NextLink.answer(new Page<>(page, Optional.of(page.get(page.size() - 1).id())), uri);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(operationId = "setAside", summary = "Keep a provider's record that could not be read, raw")
    @APIResponse(responseCode = "204", description = "Kept; the same record again is kept once")
    public void keep(@RestPath String id,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RejectedRecord.class))) JsonNode body) {
        var integration = directory.require(id);
        directory.hold(integration);
        var raw = body.path("raw");
        var refused = reader.read(withoutContent(body), RejectedRecord.class).orThrow();
        rejected.keep(integration.tenantId(), integration.id(), List.of(new RejectedDraft(raw, refused.errors())));
    }

    @POST
    @Path("/{rejectedId}/retry")
    @Operation(operationId = "retryRejected", summary = "Take a draft that was set aside as if it were sent anew")
    @APIResponse(responseCode = "204", description = "It is an event now")
    public void retry(@RestPath String id, @RestPath String rejectedId) {
        retry.retry(directory.require(id), Ids.parse(rejectedId).orElseThrow(RejectedResource::notFound));
    }

    static HttpProblem notFound() {
        return ProblemType.NOT_FOUND.problem("Nothing of that id is set aside.");
    }

    /** Keeps anything a record contains, even what no event could store. */
    private static JsonNode withoutContent(JsonNode body) {
        if (body.path("raw") instanceof ObjectNode && body instanceof ObjectNode envelope) {
            var empty = envelope.deepCopy();
            empty.putObject("raw");
            return empty;
        }
        return body;
    }
}
