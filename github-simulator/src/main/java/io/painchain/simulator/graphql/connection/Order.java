package io.painchain.simulator.graphql.connection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import io.painchain.simulator.graphql.session.Refusal;

/** A list in an order that gives each item a cursor which holds while items come, go and move. */
public final class Order<T> {

    private final List<T> items;
    private final ToLongFunction<T> sort;
    private final ToLongFunction<T> id;
    private final boolean descending;

    private Order(List<T> items, ToLongFunction<T> sort, ToLongFunction<T> id, boolean descending) {
        this.items = items;
        this.sort = sort;
        this.id = id;
        this.descending = descending;
    }

    /** The list as it is; its cursors are positions. */
    public static <T> Order<T> asIs(List<T> items) {
        List<T> copy = List.copyOf(items);
        Map<T, Integer> positions = new java.util.IdentityHashMap<>();
        for (int i = 0; i < copy.size(); i++) {
            positions.put(copy.get(i), i);
        }
        return new Order<>(copy, positions::get, item -> 0, false);
    }

    /** Sorted by two numbers, the second of which tells items apart. */
    public static <T> Order<T> by(List<T> items, ToLongFunction<T> sort, ToLongFunction<T> id, boolean descending) {
        Comparator<T> ascending = Comparator.comparingLong(sort).thenComparingLong(id);
        List<T> sorted = new ArrayList<>(items);
        sorted.sort(descending ? ascending.reversed() : ascending);
        return new Order<>(sorted, sort, id, descending);
    }

    List<T> items() {
        return items;
    }

    String cursor(T item) {
        String text = "cursor:v2:" + sort.applyAsLong(item) + ":" + id.applyAsLong(item);
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** How many items lie before the cursor; with {@code itself} also what it names. */
    int before(String cursor, boolean itself) {
        long[] key = decode(cursor);
        int count = 0;
        while (count < items.size() && distance(items.get(count), key) < (itself ? 1 : 0)) {
            count++;
        }
        return count;
    }

    private int distance(T item, long[] key) {
        int compared = Long.compare(sort.applyAsLong(item), key[0]);
        int ascending = compared == 0 ? Long.compare(id.applyAsLong(item), key[1]) : compared;
        return descending ? -ascending : ascending;
    }

    private static long[] decode(String cursor) {
        try {
            String[] parts = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).split(":");
            return new long[] { Long.parseLong(parts[2]), Long.parseLong(parts[3]) };
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refusal("INVALID_CURSOR_ARGUMENTS", "`" + cursor + "` does not appear to be a valid cursor.");
        }
    }
}
