package io.painchain.backend.ratelimit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Roles;
import io.painchain.backend.tenant.CurrentTenant;
import io.painchain.backend.wire.Timestamps;
import io.painchain.model.integration.RateLimitReport;

@Path("/api/rate-limits")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "rate limits", description = "How much of the providers' quota is left; tokens never show, not even as their hash")
public class RateLimitResource {

    private static final Duration USUAL_HISTORY = Duration.ofHours(24);
    private static final int MOST_POINTS = 10_000;

    private final RateLimits rateLimits;
    private final RateLimitRepository repository;
    private final IntegrationDirectory directory;
    private final CurrentTenant tenant;
    private final Clock clock;

    RateLimitResource(RateLimits rateLimits, RateLimitRepository repository, IntegrationDirectory directory,
            CurrentTenant tenant, Clock clock) {
        this.rateLimits = rateLimits;
        this.repository = repository;
        this.directory = directory;
        this.tenant = tenant;
        this.clock = clock;
    }

    @POST
    @Path("/track")
    @RolesAllowed(Roles.CONNECTOR)
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(204)
    @Operation(operationId = "trackRateLimits", summary = "Tell what a provider said of a token's quota")
    @APIResponse(responseCode = "204", description = "Stored; the history has one point a minute")
    public void track(RateLimitReport report) {
        rateLimits.track(directory.require(report.integrationId()), report);
    }

    @GET
    @Path("/status")
    @Operation(operationId = "getRateLimits", summary = "What is left, of one integration or of all of the tenant together")
    public RateLimitStatus status(@RestQuery String integrationId) {
        var whose = whose(integrationId);
        return RateLimitStatusMapper.toStatus(repository.newest(whose.tenantId, whose.integrationId));
    }

    @GET
    @Path("/history")
    @Operation(operationId = "getRateLimitHistory", summary = "How a resource's quota went, the oldest first")
    public List<RateLimitStatus.Point> history(@RestQuery @Parameter(description = "core unless said") String resource,
            @RestQuery @Parameter(description = "A day ago unless said; a week is kept") String from,
            @RestQuery String integrationId) {
        var whose = whose(integrationId);
        return repository.history(whose.tenantId, whose.integrationId, resource == null ? "core" : resource, time(from),
                MOST_POINTS).stream().map(RateLimitStatusMapper::toPoint).toList();
    }

    @GET
    @Path("/health")
    @Operation(operationId = "getRateLimitHealth", summary = "Whether any quota is used up, or nearly")
    public RateLimitStatus.Health health(@RestQuery String integrationId) {
        var whose = whose(integrationId);
        return RateLimitStatusMapper.toHealth(repository.newest(whose.tenantId, whose.integrationId), clock.instant());
    }

    private Instant time(String from) {
        try {
            return from == null ? clock.instant().minus(USUAL_HISTORY) : Timestamps.parse(from);
        } catch (IllegalArgumentException e) {
            throw ProblemType.invalid("from", e.getMessage());
        }
    }

    private Whose whose(String integrationId) {
        if (integrationId == null) {
            return new Whose(tenant.id(), null);
        }
        IntegrationReference integration = directory.require(integrationId);
        return new Whose(integration.tenantId(), integration.id());
    }

    private record Whose(String tenantId, UUID integrationId) {
    }
}
