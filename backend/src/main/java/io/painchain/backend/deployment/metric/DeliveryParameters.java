package io.painchain.backend.deployment.metric;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

public class DeliveryParameters {

    @RestQuery
    @Parameter(description = "As listed under /services", required = true)
    String service;
    @RestQuery
    @Parameter(description = "All of the service's places in production unless said")
    String environment;
    @RestQuery
    @Parameter(description = "A timestamp or a date; 12 weeks before to unless said")
    String from;
    @RestQuery
    @Parameter(description = "A timestamp or a date, exclusive; now unless said")
    String to;
    @RestQuery
    @Parameter(description = "week", schema = @Schema(enumeration = { "week" }))
    String by;
}
