package io.painchain.connector.list;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * @param envelope the field that holds the list; {@code null}: the answer is the list
 * @param moment orders the list, newest first
 * @param wanted counts towards the first sync's depth and is handed over
 */
public record ListRule<T>(String words, Class<T> type, String envelope, Function<T, String> id, Function<T, Instant> moment,
        Predicate<T> wanted) {
}
