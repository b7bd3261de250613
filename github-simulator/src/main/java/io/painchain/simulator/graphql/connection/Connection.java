package io.painchain.simulator.graphql.connection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.graphql.session.Errors;
import io.painchain.simulator.graphql.session.Refusal;

/** One page of a list. What the viewer may not read is counted and shows as null with an error for each. */
public record Connection(List<?> nodes, List<String> cursors, int total, int from, boolean readable) {

    public static <T> Connection of(Order<T> list, Asked asked, Function<T, ?> node) {
        return of(list, asked, node, true);
    }

    public static <T> Connection of(Order<T> list, Asked asked, Function<T, ?> node, boolean readable) {
        String after = asked.argument("after");
        String before = asked.argument("before");
        int from = after == null ? 0 : list.before(after, true);
        int to = Math.max(from, before == null ? list.items().size() : list.before(before, false));
        Integer first = asked.argument("first");
        Integer last = asked.argument("last");
        if (first != null) {
            to = Math.min(to, from + first);
        }
        if (last != null) {
            from = Math.max(from, to - last);
        }
        List<T> page = list.items().subList(from, to);
        return new Connection(page.stream().map(node).toList(), page.stream().map(list::cursor).toList(),
                list.items().size(), from, readable);
    }

    /** How the fields of every connection are read. */
    public static Map<String, DataFetcher<?>> fetchers() {
        return Map.of("totalCount", environment -> connection(environment).total(), "nodes", Connection::nodes,
                "edges", Connection::edges, "pageInfo", environment -> connection(environment).pageInfo());
    }

    private Map<String, Object> pageInfo() {
        Map<String, Object> info = new HashMap<>();
        info.put("hasNextPage", from + nodes.size() < total);
        info.put("hasPreviousPage", from > 0);
        info.put("startCursor", cursors.isEmpty() ? null : cursors.get(0));
        info.put("endCursor", cursors.isEmpty() ? null : cursors.get(cursors.size() - 1));
        return info;
    }

    private static Object nodes(DataFetchingEnvironment environment) {
        Connection connection = connection(environment);
        return connection.readable() ? connection.nodes() : refused(connection, environment);
    }

    private static Object edges(DataFetchingEnvironment environment) {
        Connection connection = connection(environment);
        if (!connection.readable()) {
            return refused(connection, environment);
        }
        List<Map<String, Object>> edges = new ArrayList<>();
        for (int i = 0; i < connection.nodes().size(); i++) {
            edges.add(Map.of("cursor", connection.cursors().get(i), "node", connection.nodes().get(i)));
        }
        return edges;
    }

    private static DataFetcherResult<List<Object>> refused(Connection connection,
            DataFetchingEnvironment environment) {
        List<Object> nothing = new ArrayList<>();
        List<GraphQLError> errors = new ArrayList<>();
        Refusal refusal = Refusal.forbidden(new Asked(environment).session().viewer());
        for (int i = 0; i < connection.nodes().size(); i++) {
            nothing.add(null);
            errors.add(Errors.of(refusal, environment.getExecutionStepInfo().getPath().segment(i),
                    environment.getField().getSourceLocation()));
        }
        return DataFetcherResult.<List<Object>> newResult().data(nothing).errors(errors).build();
    }

    private static Connection connection(DataFetchingEnvironment environment) {
        return environment.getSource();
    }
}
