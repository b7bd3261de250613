package io.painchain.backend.timeline.filter;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

/** Query parameters as received; repeated ones mean any, repeated tags all. */
public class FilterParameters {

    @RestQuery
    @Parameter(description = "Any of several")
    List<String> connector;
    @RestQuery
    @Parameter(description = "Any of several")
    List<String> type;
    @RestQuery
    @Parameter(description = "Any of several")
    List<String> project;
    @RestQuery
    @Parameter(description = "Any of several")
    List<String> author;
    @RestQuery
    @Parameter(description = "Any of several")
    List<String> status;
    @RestQuery
    @Parameter(description = "Any of several")
    List<String> integrationId;
    @RestQuery
    @Parameter(description = "Any of several: the thing that changed")
    List<String> entity;
    @RestQuery
    @Parameter(description = "Any of several correlation keys")
    List<String> key;
    @RestQuery
    @Parameter(description = "All of several")
    List<String> tag;
    @RestQuery
    @Parameter(description = "A team's id: events that carry any of its tags; of several, any of them")
    List<String> team;
    @RestQuery
    @Parameter(description = "Events that end then or later: a timestamp with a zone, or a date")
    String from;
    @RestQuery
    @Parameter(description = "Events that begin earlier")
    String to;
    @RestQuery
    @Parameter(description = "Another name of from")
    String startDate;
    @RestQuery
    @Parameter(description = "Another name of to")
    String endDate;
    @RestQuery
    @Parameter(description = "Every word, \"phrases\", -not; the last word as a prefix; the beginning of a SHA")
    String q;
}
