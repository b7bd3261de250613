package io.painchain.simulator.gitlab.graphql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import graphql.schema.DataFetchingEnvironment;

/** A page of a list as GraphQL has it. */
final class Connection {

    private static final int LARGEST = 100;

    private Connection() {
    }

    static <T> Map<String, Object> of(DataFetchingEnvironment field, List<T> all, Function<T, Map<String, Object>> renderer) {
        int size = field.getArgument("first") instanceof Integer first ? Math.min(first, LARGEST) : LARGEST;
        int from = Math.min(offset(field.getArgument("after")), all.size());
        int to = Math.min(from + size, all.size());
        Map<String, Object> info = new HashMap<>();
        info.put("hasNextPage", to < all.size());
        info.put("endCursor", to == from ? null : encode(to));
        return Map.of("nodes", all.subList(from, to).stream().map(renderer).toList(), "count", all.size(), "pageInfo", info);
    }

    private static String encode(int offset) {
        return Base64.getEncoder().encodeToString(("{\"offset\":\"" + offset + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static int offset(String cursor) {
        try {
            return cursor == null ? 0
                    : Integer.parseInt(
                            new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).replaceAll("\\D", ""));
        } catch (IllegalArgumentException e) {
            return 0;
        }
    }
}
