package io.painchain.backend.task.request;

import java.io.IOException;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.tracked.TrackedRepositories;
import io.painchain.backend.wire.JsonBody;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.TestInput;
import io.painchain.model.validation.Limits;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

@Path("/api/integrations/{id}")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "integrations")
public class RepositoryResource {

    private final Connections connections;
    private final RepositoryChoice choice;
    private final IntegrationDirectory directory;
    private final JsonBody json;

    RepositoryResource(Connections connections, RepositoryChoice choice, IntegrationDirectory directory, JsonBody json) {
        this.connections = connections;
        this.choice = choice;
        this.directory = directory;
        this.json = json;
    }

    @POST
    @Path("/test")
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(operationId = "testIntegration", summary = "Whether an integration works, as it is or with changes that are not saved", description = "config is a merge patch over the stored configuration; a secret that is sent as its mask stays, unless what says where it is sent changes.")
    @APIResponse(responseCode = "200", description = "ok says whether it does, message why not")
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public Uni<ConnectionTest> test(@RestPath String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = TestInput.class))) byte[] body)
            throws IOException {
        return connections.test(directory.require(id), json.parseOptional(body, Limits.CONFIG_BYTES).path("config"));
    }

    @GET
    @Path("/repositories")
    @Blocking
    @Operation(operationId = "listRepositories", summary = "What the integration's credentials can see")
    @APIResponse(responseCode = "200", description = "A page; Link rel=\"next\" where there is more", headers = @Header(name = DiscoveryAnswer.WARNING, description = DiscoveryAnswer.DESCRIPTION, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "504", description = "No connector of the type answered within 10 s")
    public Uni<RestResponse<List<DiscoveredRepository>>> repositories(@RestPath String id,
            @BeanParam RepositoryParameters parameters, UriInfo uri) {
        var integration = directory.require(id);
        var tracked = choice.watched(integration);
        return connections.discover(integration, RepositorySearch.of(parameters))
                .map(found -> DiscoveryAnswer.of(found, found.repositories().stream()
                        .map(one -> one.tracked(TrackedRepositories.contains(tracked, one.name()))).toList(), uri));
    }

    @POST
    @Path("/repositories")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "selectRepositories", summary = "Watch these too")
    public RestResponse<IntegrationView> select(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RepositorySelection.class))) JsonNode body) {
        return answer(choice.add(directory.require(id), body.path("repositories"), ifMatch));
    }

    @PUT
    @Path("/repositories")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "putRepositories", summary = "Watch exactly these; the events of others stay", description = "A name keeps what the configuration says of it already, such as its tags.")
    public RestResponse<IntegrationView> put(@RestPath String id, @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch,
            @RequestBody(required = true, content = @Content(schema = @Schema(implementation = RepositorySelection.class))) JsonNode body) {
        return answer(choice.replace(directory.require(id), body.path("repositories"), ifMatch));
    }

    @DELETE
    @Path("/repositories/{name:.+}")
    @Operation(operationId = "unselectRepository", summary = "Watch this one no more; its events stay", description = "The name may be of any depth: as one segment, acme%2Fgroup%2Fweb, or with its slashes as they are, acme/api.")
    public RestResponse<IntegrationView> unselect(@RestPath String id, @RestPath String name,
            @RestHeader(HttpHeaders.IF_MATCH) List<String> ifMatch) {
        return answer(choice.remove(directory.require(id), name, ifMatch));
    }

    private static RestResponse<IntegrationView> answer(IntegrationView view) {
        return ResponseBuilder.ok(view).header(HttpHeaders.ETAG, "\"" + view.version() + "\"").build();
    }
}
