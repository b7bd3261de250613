package io.painchain.backend.timeline;

import java.util.List;

import org.jboss.resteasy.reactive.RestQuery;

/** The timeline's query parameters as they come; repeated ones mean any of several, tags all of several. */
public class TimelineParameters {

    @RestQuery
    List<String> connector;
    @RestQuery
    List<String> type;
    @RestQuery
    List<String> project;
    @RestQuery
    List<String> author;
    @RestQuery
    List<String> status;
    @RestQuery
    List<String> integrationId;
    @RestQuery
    List<String> entity;
    @RestQuery
    List<String> key;
    @RestQuery
    List<String> tag;
    @RestQuery
    String from;
    @RestQuery
    String to;
    @RestQuery
    String startDate;
    @RestQuery
    String endDate;
    @RestQuery
    String q;
    @RestQuery
    String limit;
    @RestQuery
    String cursor;
    @RestQuery
    String offset;
}
