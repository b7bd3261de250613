package io.painchain.simulator.gitlab.api.call;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** The order of a list and its limits in time, both of which belong to it. */
public final class Ordering {

    private Ordering() {
    }

    /** By {@code order_by} and {@code sort}: newest first unless told otherwise; equal times by number. */
    public static <T> List<T> sort(Call call, List<T> all, Function<T, Instant> created, Function<T, Instant> updated,
            ToLongFunction<T> id) {
        boolean byUpdate = "updated_at".equals(call.text("order_by"));
        Comparator<T> order = Comparator.comparing(byUpdate ? updated : created).thenComparingLong(id);
        return all.stream().sorted("asc".equals(call.text("sort")) ? order : order.reversed()).toList();
    }

    public static <T> List<T> updated(Call call, List<T> all, Function<T, Instant> moment) throws ApiException {
        return within(call.time("updated_after"), call.time("updated_before"), all, moment);
    }

    public static <T> List<T> created(Call call, List<T> all, Function<T, Instant> moment) throws ApiException {
        return within(call.time("created_after"), call.time("created_before"), all, moment);
    }

    private static <T> List<T> within(Instant after, Instant before, List<T> all, Function<T, Instant> moment) {
        return all.stream().filter(item -> after == null || !moment.apply(item).isBefore(after))
                .filter(item -> before == null || !moment.apply(item).isAfter(before)).toList();
    }
}
