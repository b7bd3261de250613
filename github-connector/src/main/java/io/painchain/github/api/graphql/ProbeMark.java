package io.painchain.github.api.graphql;

import com.fasterxml.jackson.databind.JsonNode;

/** A field that shows whether something moved; {@code selection} follows the field in the query. */
public record ProbeMark(String name, String field, String selection) {

    public static ProbeMark newest(String name, String field, String order, String wanted) {
        return new ProbeMark(name, field, "(first: 1, orderBy: {field: " + order + ", direction: DESC}) { nodes { " + wanted
                + " } }");
    }

    String read(JsonNode repository) {
        JsonNode value = repository.path(field);
        if (value.isTextual()) {
            return value.asText();
        }
        JsonNode nodes = value.path("nodes");
        return nodes.isArray() && nodes.size() > 0 ? nodes.get(0).toString() : null;
    }
}
