package io.painchain.backend.audit.read;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.paging.NextLink;
import io.painchain.backend.paging.Page;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;

@Path("/api/audit")
@PermitAll
@Tag(name = "audit", description = "Who changed what")
public class AuditResource {

    private final AuditReadRepository entries;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final ObjectMapper mapper;
    private final DatabaseScope scope;

    AuditResource(AuditReadRepository entries, CurrentTenant tenant, SecurityIdentity identity, ObjectMapper mapper,
            DatabaseScope scope) {
        this.entries = entries;
        this.tenant = tenant;
        this.identity = identity;
        this.mapper = mapper;
        this.scope = scope;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listAudit", summary = "The tenant's audit log, newest first; an operator sees the installation's")
    public RestResponse<List<AuditEntryView>> list(@BeanParam AuditQuery.Parameters parameters, @RestQuery String limit,
            @RestQuery String cursor, UriInfo uri) {
        var query = AuditQuery.of(parameters, cursor, limit);
        var found = entries.list(tenantId(), query);
        var next = found.size() < query.limit() ? Optional.<String> empty()
                : Optional.of(Long.toString(found.get(found.size() - 1).seq()));
        return NextLink.answer(new Page<>(found, next), uri);
    }

    @GET
    @Path("/export")
    @Blocking
    @Operation(operationId = "exportAudit", summary = "All of the audit log that a filter leaves, as a file")
    @APIResponse(responseCode = "200", description = "The file", content = {
            @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
            @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)) })
    public RestMulti<byte[]> export(@BeanParam AuditQuery.Parameters parameters,
            @RestQuery @Parameter(description = "csv unless said", schema = @Schema(enumeration = { "csv",
                    "ndjson" })) String format) {
        var query = AuditQuery.of(parameters, null, null);
        if (format != null && !format.equals("csv") && !format.equals("ndjson")) {
            throw ProblemType.invalid("format", "must be csv or ndjson");
        }
        boolean isCsv = !"ndjson".equals(format);
        var of = tenantId();
        Function<AuditExport, byte[]> next = scope.keptFor(AuditExport::next);
        var pieces = Multi.createBy().repeating()
                .uni(() -> new AuditExport(isCsv, before -> entries.list(of, query.page(before, AuditExport.PAGE)), this::json),
                        export -> io.smallrye.mutiny.Uni.createFrom().item(() -> next.apply(export))
                                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()))
                .until(piece -> piece.length == 0);
        return RestMulti.fromMultiData(pieces)
                .header("Content-Type", isCsv ? "text/csv; charset=utf-8" : "application/x-ndjson")
                .header("Content-Disposition", "attachment; filename=\"painchain-audit." + (isCsv ? "csv" : "ndjson") + "\"")
                .header("Cache-Control", "no-store").build();
    }

    private String tenantId() {
        return Caller.of(identity).role() == Role.OPERATOR ? CurrentTenant.INSTALLATION : tenant.id();
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What the API shows can be written as JSON", e);
        }
    }
}
