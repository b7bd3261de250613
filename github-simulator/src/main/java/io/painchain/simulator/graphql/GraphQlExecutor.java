package io.painchain.simulator.graphql;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.parser.ParserOptions;
import io.painchain.simulator.graphql.cost.CostControl;
import io.painchain.simulator.graphql.session.Errors;
import io.painchain.simulator.graphql.session.Session;

/** Executes queries; the schema is read with the first. */
public final class GraphQlExecutor {

    private static final int MOST_REMEMBERED = 500;
    private static final ParserOptions LARGE_QUERIES = ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(200_000).captureIgnoredChars(false));

    private final Map<String, PreparsedDocumentEntry> documents = new ConcurrentHashMap<>();
    private Set<String> missing = Set.of();
    private GraphQL engine;

    /** A query as it was sent; the operation's name may be null. */
    public record Query(String text, String operationName, Map<String, Object> variables) {
    }

    /** From now on without these fields, named as in {@code PullRequestReview.fullDatabaseId}. */
    public synchronized void without(Set<String> fields) {
        Schema.without(fields);
        missing = Set.copyOf(fields);
        documents.clear();
        engine = null;
    }

    /** What GitHub answers with status 200: data, errors, or both. */
    public Map<String, Object> execute(Query query, Session session) {
        ExecutionInput input = ExecutionInput.newExecutionInput(query.text()).operationName(query.operationName())
                .variables(query.variables())
                .graphQLContext(Map.of(Session.class, session, ParserOptions.class, LARGE_QUERIES)).build();
        ExecutionResult result = engine().execute(input);
        Map<String, Object> answer = new LinkedHashMap<>();
        if (result.isDataPresent()) {
            answer.put("data", result.getData());
        }
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", Errors.shown(result.getErrors()));
        }
        return answer;
    }

    private synchronized GraphQL engine() {
        if (engine == null) {
            engine = GraphQL.newGraphQL(Schema.without(missing)).instrumentation(new CostControl())
                    .defaultDataFetcherExceptionHandler(new Errors())
                    .preparsedDocumentProvider((input, parse) -> {
                        if (documents.size() > MOST_REMEMBERED) {
                            documents.clear();
                        }
                        return CompletableFuture.completedFuture(
                                documents.computeIfAbsent(input.getQuery(), absent -> parse.apply(input)));
                    }).build();
        }
        return engine;
    }
}
