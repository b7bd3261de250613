package io.painchain.backend.timeline.filter;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;

import io.painchain.model.validation.FieldError;

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

    /** As an address would bring them; of one that takes no several, the last counts. */
    public static FilterParameters ofQuery(String query, List<FieldError> errors) {
        var parameters = new FilterParameters();
        for (var part : query.split("&")) {
            if (!part.isEmpty()) {
                int end = part.indexOf('=');
                parameters.put(decoded(end < 0 ? part : part.substring(0, end), errors),
                        end < 0 ? "" : decoded(part.substring(end + 1), errors), errors);
            }
        }
        return parameters;
    }

    private void put(String name, String value, List<FieldError> errors) {
        switch (name) {
            case "connector" -> connector = with(connector, value);
            case "type" -> type = with(type, value);
            case "project" -> project = with(project, value);
            case "author" -> author = with(author, value);
            case "status" -> status = with(status, value);
            case "integrationId" -> integrationId = with(integrationId, value);
            case "entity" -> entity = with(entity, value);
            case "key" -> key = with(key, value);
            case "tag" -> tag = with(tag, value);
            case "team" -> team = with(team, value);
            case "from", "startDate" -> from = value;
            case "to", "endDate" -> to = value;
            case "q" -> q = value;
            default -> errors.add(new FieldError(name, "is no filter of the timeline"));
        }
    }

    private static List<String> with(List<String> values, String value) {
        var more = values == null ? new ArrayList<String>() : new ArrayList<>(values);
        more.add(value);
        return more;
    }

    private static String decoded(String text, List<FieldError> errors) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError(text, "is not percent-encoded as it should be"));
            return "";
        }
    }
}
