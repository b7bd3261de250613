package io.painchain.backend.operator;

import java.net.URI;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.backend.authmode.AuthMode;
import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;

/** What is exported is a file: without {@code @Produces}. */
@Path("/api/tenants")
@PermitAll
@Tag(name = "tenants", description = "For operators")
public class TenantResource {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final TenantEditor editor;
    private final TenantRowsRepository rows;
    private final AuthMode mode;
    private final DatabaseScope scope;

    TenantResource(TenantEditor editor, TenantRowsRepository rows, AuthMode mode, DatabaseScope scope) {
        this.editor = editor;
        this.rows = rows;
        this.mode = mode;
        this.scope = scope;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listTenants", summary = "Tenants that were created or suspended, by name; others may have data too")
    public List<TenantView> list() {
        requireOperators();
        return editor.list();
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createTenant", summary = "Create a tenant; its first key is made by createKey")
    @APIResponse(responseCode = "201", description = "Created", content = @Content(schema = @Schema(implementation = TenantView.class)))
    public RestResponse<TenantView> create(TenantRequest request) {
        requireOperators();
        var created = editor.create(request);
        return ResponseBuilder.create(RestResponse.Status.CREATED, created)
                .location(URI.create("/api/tenants/" + created.id())).build();
    }

    @PUT
    @Path("/{id}/suspension")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "suspendTenant", summary = "Let nobody of the tenant in, on all backends within seconds; streams end")
    public TenantView suspend(@RestPath String id) {
        return editor.suspend(checked(id));
    }

    @DELETE
    @Path("/{id}/suspension")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "resumeTenant", summary = "Let the tenant in again")
    public TenantView resume(@RestPath String id) {
        return editor.resume(checked(id));
    }

    @GET
    @Path("/{id}/export")
    @Blocking
    @Operation(operationId = "exportTenant", summary = "All rows of a tenant, a line of JSON each, without what is encrypted")
    @APIResponse(responseCode = "200", description = "The rows", content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<byte[]> export(@RestPath String id) {
        var tenant = checked(id);
        Function<TenantExport, byte[]> next = scope.keptFor(TenantExport::next);
        var pieces = Multi.createBy().repeating()
                .uni(() -> new TenantExport(rows, tenant), export -> Uni.createFrom().item(() -> next.apply(export))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .until(piece -> piece.length == 0);
        return RestMulti.fromMultiData(pieces).header("Content-Type", "application/x-ndjson")
                .header("Cache-Control", "no-store").build();
    }

    @DELETE
    @Path("/{id}")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "eraseTenant", summary = "Erase every row of a suspended tenant, its audit log and keys too, and say how many")
    public ErasedTenant erase(@RestPath String id) {
        return editor.erase(checked(id));
    }

    private String checked(String tenant) {
        requireOperators();
        if (!ID.matcher(tenant).matches()) {
            throw ProblemType.NOT_FOUND.problem("There is no such tenant.");
        }
        return tenant;
    }

    private void requireOperators() {
        if (mode == AuthMode.OPEN) {
            throw ProblemType.CONFLICT.problem("There are no operators here: PAINCHAIN_AUTH is open.");
        }
    }
}
