package io.painchain.connector.list;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * @param envelope the field that holds the list; {@code null}: the answer is the list
 * @param moment orders the list, newest first
 * @param wanted counts towards the first sync's depth and is handed over
 * @param upTo {@code null}: the list can only be read from its newest item on
 */
public record ListRule<T>(String words, Class<T> type, String envelope, Function<T, String> id, Function<T, Instant> moment,
        Predicate<T> wanted, Function<Instant, String> upTo) {

    public ListRule(String words, Class<T> type, String envelope, Function<T, String> id, Function<T, Instant> moment,
            Predicate<T> wanted) {
        this(words, type, envelope, id, moment, wanted, null);
    }

    /** @param query as is put behind the path, to show only what is as old as a moment or older */
    public ListRule<T> upTo(Function<Instant, String> query) {
        return new ListRule<>(words, type, envelope, id, moment, wanted, query);
    }
}
