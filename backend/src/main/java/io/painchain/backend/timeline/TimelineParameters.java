package io.painchain.backend.timeline;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.backend.timeline.filter.FilterParameters;

public class TimelineParameters extends FilterParameters {

    @RestQuery
    @Parameter(description = "1 to 500, else 50")
    String limit;
    @RestQuery
    @Parameter(description = "From the Link header or nextCursor; of use only with the same filter")
    String cursor;
    @RestQuery
    @Parameter(description = "0 to 10,000, instead of a cursor")
    String offset;
}
