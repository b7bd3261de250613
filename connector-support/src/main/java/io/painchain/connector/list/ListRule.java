package io.painchain.connector.list;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a crawl needs to know of a list.
 *
 * @param words what the list holds, for the user
 * @param envelope the field that holds the list, {@code null} where the answer is the list
 * @param moment what the list is ordered by, newest first
 * @param wanted what counts towards the first sync's depth and is handed over
 */
public record ListRule<T>(String words, Class<T> type, String envelope, Function<T, String> id, Function<T, Instant> moment,
        Predicate<T> wanted) {
}
