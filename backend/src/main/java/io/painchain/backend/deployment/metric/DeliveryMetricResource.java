package io.painchain.backend.deployment.metric;

import java.time.Clock;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

import io.painchain.backend.tenant.CurrentTenant;

@Path("/api/metrics/delivery")
@PermitAll
@Tag(name = "delivery", description = "How changes get to users: DORA's five, and how long each step takes")
public class DeliveryMetricResource {

    private final MetricReader reader;
    private final CurrentTenant tenant;
    private final Clock clock;

    DeliveryMetricResource(MetricReader reader, CurrentTenant tenant, Clock clock) {
        this.reader = reader;
        this.tenant = tenant;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "getDeliveryMetrics", summary = "Figures of one service, in all and by week", description = "Weeks begin on Mondays in UTC; the first and the last may be cut by the window. Each figure says of how many things it was made, and what was left out and why. Medians and p90 are by nearest rank. Nothing is told of persons.")
    public DeliveryView figures(@BeanParam DeliveryParameters parameters) {
        return reader.read(tenant.id(), DeliveryQuery.of(parameters, clock));
    }

    @GET
    @Path("/services")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "listDeliveryServices", summary = "Services of which deployments are known, those with the latest first; 500 at most")
    public List<ServiceEntry> services() {
        return reader.services(tenant.id());
    }

    @GET
    @Path("/export")
    @Produces("text/csv")
    @Operation(operationId = "exportDeliveryMetrics", summary = "The same figures as a file, a line for each figure of each week")
    @APIResponse(responseCode = "200", description = "The file", content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<String> export(@BeanParam DeliveryParameters parameters) {
        var view = reader.read(tenant.id(), DeliveryQuery.of(parameters, clock));
        return RestResponse.ResponseBuilder.ok(CsvFigureMapper.toCsv(view))
                .header("Content-Disposition", "attachment; filename=\"painchain-delivery.csv\"")
                .header("Cache-Control", "no-store").build();
    }
}
