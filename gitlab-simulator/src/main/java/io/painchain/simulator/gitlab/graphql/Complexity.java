package io.painchain.simulator.gitlab.graphql;

import java.util.Map;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.QueryComplexityCalculator;
import graphql.execution.CoercedVariables;
import graphql.language.Document;
import graphql.schema.GraphQLSchema;

/**
 * What GitLab reckons a query to cost: a field is 1, {@code sort} one more, and a connection one percent more for each
 * item that it may have, unless its items are named by {@code iids}.
 */
final class Complexity {

    private static final int LARGEST_PAGE = 100;

    private Complexity() {
    }

    static int of(GraphQLSchema schema, Document document, String operation, Map<String, Object> variables) {
        return QueryComplexityCalculator.newCalculator().fieldComplexityCalculator(Complexity::field).schema(schema)
                .document(document).operationName(operation)
                .variables(CoercedVariables.of(variables)).build().calculate();
    }

    private static int field(FieldComplexityEnvironment field, int children) {
        Map<String, Object> arguments = field.getArguments();
        int own = 1 + children + (arguments.get("sort") == null ? 0 : 1);
        boolean connection = field.getFieldDefinition().getArgument("first") != null;
        if (!connection || arguments.get("iids") != null) {
            return own;
        }
        int items = arguments.get("first") instanceof Integer first ? Math.min(first, LARGEST_PAGE) : LARGEST_PAGE;
        return (int) Math.ceil(own * (1 + items / 100.0));
    }
}
