package io.painchain.backend.timeline.statistics;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.timeline.filter.FilterParameters;

public class HistogramParameters extends FilterParameters {

    @RestQuery
    @Parameter(description = "What the counts are by; connector unless said", schema = @Schema(enumeration = { "connector",
            "type", "status", "project" }))
    String by;
    @RestQuery
    @Parameter(description = "How long a bin is: seconds, or such as 15m, 1h, 1d; chosen by the window unless said. 500 bins at most")
    String width;
}
