package io.painchain.simulator.graphql.cost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.graphql.session.Errors;
import io.painchain.simulator.graphql.session.Session;

/** Counts what a query costs before it runs; refuses it whole where it asks for too much. */
public final class CostControl extends SimplePerformantInstrumentation {

    private static final int MOST_REMEMBERED = 500;

    private final Map<Asked, QueryCost> known = new ConcurrentHashMap<>();

    private record Asked(String query, String operation, Map<String, Object> variables) {
    }

    @Override
    public InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext context = parameters.getExecutionContext();
        QueryCost cost = cost(parameters.getExecutionContext());
        if (!cost.refusals().isEmpty()) {
            List<GraphQLError> errors = new ArrayList<>();
            cost.refusals().forEach(refusal -> errors.add(Errors.of(refusal, null, null)));
            throw new AbortExecutionException(errors);
        }
        Session session = context.getGraphQLContext().get(Session.class);
        context.getGraphQLContext().put(Spent.class,
                new Spent(cost.points(), cost.nodeCount(), session.meter().charge(cost.points())));
        return super.beginExecuteOperation(parameters, state);
    }

    /** Collectors ask the same again and again. */
    private QueryCost cost(ExecutionContext context) {
        ExecutionInput input = context.getExecutionInput();
        if (known.size() > MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Asked(input.getQuery(), input.getOperationName(), context.getCoercedVariables().toMap()),
                absent -> QueryCost.of(context.getGraphQLSchema(), context.getNormalizedQueryTree().get()));
    }
}
