package io.painchain.simulator.graphql.cost;

import java.util.ArrayList;
import java.util.List;

import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import io.painchain.simulator.graphql.session.Refusal;

/**
 * What a query costs before it runs, after GitHub's formula: the requests that its connections would need, each parent
 * having as many children as asked for, divided by 100 and rounded, at least 1; and the nodes that it could return.
 */
final class QueryCost {

    private static final int LARGEST_PAGE = 100;
    private static final long MOST_NODES = 500_000;

    private final GraphQLSchema schema;
    private final List<Refusal> refusals = new ArrayList<>();
    private long requests;
    private long nodes;

    private QueryCost(GraphQLSchema schema) {
        this.schema = schema;
    }

    static QueryCost of(GraphQLSchema schema, ExecutableNormalizedOperation operation) {
        QueryCost cost = new QueryCost(schema);
        operation.getTopLevelFields().forEach(field -> cost.visit(field, 1));
        if (cost.nodes > MOST_NODES) {
            cost.refusals.add(new Refusal("MAX_NODE_LIMIT_EXCEEDED", String.format(
                    "This query requests up to %,d possible nodes which exceeds the maximum limit of 500,000.",
                    cost.nodes)));
        }
        return cost;
    }

    int points() {
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, (requests + 50) / 100));
    }

    int nodeCount() {
        return (int) Math.min(Integer.MAX_VALUE, nodes);
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private void visit(ExecutableNormalizedField field, long parents) {
        long each = parents;
        if (isConnection(field)) {
            requests += parents;
            each = parents * size(field);
            nodes += each;
        } else if (field.getFieldName().equals("nodes") && field.getResolvedArguments().get("ids") instanceof List<?> ids) {
            each = parents * ids.size();
            nodes += each;
        }
        for (ExecutableNormalizedField child : field.getChildren()) {
            visit(child, each);
        }
    }

    /** The number of items asked for; refuses what GitHub does. Only a count needs no bounds. */
    private long size(ExecutableNormalizedField field) {
        Object first = field.getResolvedArguments().get("first");
        Object last = field.getResolvedArguments().get("last");
        if (first == null && last == null) {
            if (field.getChildren().stream().anyMatch(child -> !child.getFieldName().equals("totalCount"))) {
                refusals.add(new Refusal("MISSING_PAGINATION_BOUNDARIES",
                        "You must provide a `first` or `last` value to properly paginate the `" + field.getFieldName()
                                + "` connection."));
            }
            return 0;
        }
        if (first != null && last != null) {
            refusals.add(new Refusal("INVALID_PAGINATION_BOUNDARIES",
                    "Passing both `first` and `last` to paginate the `" + field.getFieldName()
                            + "` connection is not supported."));
        }
        return checked(field, first == null ? "last" : "first", ((Number) (first == null ? last : first)).longValue());
    }

    private long checked(ExecutableNormalizedField field, String argument, long wanted) {
        if (wanted > LARGEST_PAGE) {
            refusals.add(new Refusal("EXCESSIVE_PAGINATION",
                    "Requesting " + wanted + " records on the `" + field.getFieldName() + "` connection exceeds the `"
                            + argument + "` limit of 100 records."));
        }
        if (wanted < 1) {
            refusals.add(new Refusal("ARGUMENT_LIMIT", "`" + argument + "` on the `" + field.getFieldName()
                    + "` connection cannot be less than one."));
        }
        return Math.max(0, wanted);
    }

    private boolean isConnection(ExecutableNormalizedField field) {
        String type = GraphQLTypeUtil.unwrapAll(field.getType(schema)).getName();
        return type.endsWith("Connection");
    }
}
