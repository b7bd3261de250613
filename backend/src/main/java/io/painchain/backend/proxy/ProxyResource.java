package io.painchain.backend.proxy;

import java.io.IOException;
import java.util.Locale;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.wire.BodyLimit;
import io.painchain.backend.wire.JsonBody;
import io.painchain.model.task.ProxyAnswer;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Forwards requests to the provider's connector. Our own paths never get here: {@code PathAliases} renames them before. */
@Path("/api/v1/{type}/{path:.+}")
@PermitAll
@Blocking
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@Tag(name = "proxy", description = "The provider itself, through its connector")
public class ProxyResource {

    private static final String DESCRIPTION = "integrationId names the integration; without it, it is the tenant's only one that has the repository in the path: its first two segments, or its first alone where that is a path of any depth, acme%2Fgroup%2Fweb.";

    private final Proxy proxy;
    private final JsonBody json;
    /** Not a method parameter, which the API document would take for a body. */
    private final RoutingContext context;

    ProxyResource(Proxy proxy, JsonBody json, RoutingContext context) {
        this.proxy = proxy;
        this.json = json;
        this.context = context;
    }

    @GET
    @Operation(operationId = "proxyGet", summary = "Read something of the provider's", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "What the connector says")
    @APIResponse(responseCode = "409", description = "Several integrations, or none, have the repository")
    @APIResponse(responseCode = "504", description = "No connector answered within 30 s")
    public Uni<Response> get(@RestPath String type, @RestPath String path, @RestQuery String integrationId) throws IOException {
        return pass(type, integrationId, null);
    }

    @POST
    @Operation(operationId = "proxyPost", summary = "Add something at the provider's", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "What the connector says")
    public Uni<Response> post(@RestPath String type, @RestPath String path, @RestQuery String integrationId, byte[] body)
            throws IOException {
        return pass(type, integrationId, body);
    }

    @PUT
    @Operation(operationId = "proxyPut", summary = "Put something at the provider's", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "What the connector says")
    public Uni<Response> put(@RestPath String type, @RestPath String path, @RestQuery String integrationId, byte[] body)
            throws IOException {
        return pass(type, integrationId, body);
    }

    @PATCH
    @Operation(operationId = "proxyPatch", summary = "Change something at the provider's", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "What the connector says")
    public Uni<Response> patch(@RestPath String type, @RestPath String path, @RestQuery String integrationId, byte[] body)
            throws IOException {
        return pass(type, integrationId, body);
    }

    @DELETE
    @Operation(operationId = "proxyDelete", summary = "Remove something at the provider's", description = DESCRIPTION)
    @APIResponse(responseCode = "200", description = "What the connector says")
    public Uni<Response> delete(@RestPath String type, @RestPath String path, @RestQuery String integrationId)
            throws IOException {
        return pass(type, integrationId, null);
    }

    private Uni<Response> pass(String type, String integrationId, byte[] body) throws IOException {
        var request = context.request();
        var sent = json.parseOptional(body, BodyLimit.DEFAULT);
        return proxy.pass(type, integrationId, new Proxy.Call(request.method().name().toUpperCase(Locale.ROOT),
                request.path(), context.queryParams(), sent.isMissingNode() ? null : sent,
                request.remoteAddress().hostAddress()))
                .map(ProxyResource::answer);
    }

    private static Response answer(ProxyAnswer answer) {
        var response = Response.status(answer.status());
        PassedHeaders.of(answer.headers()).forEach(response::header);
        if (answer.body() != null) {
            response.type(MediaType.APPLICATION_JSON_TYPE).entity(answer.body());
        }
        return response.build();
    }
}
