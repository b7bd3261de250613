package io.painchain.connector.sweep;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * @param doubtful changed days to ask about now; {@code complete}: no others are left
 * @param after holds once these are stored
 */
public record SweptDays(Set<Long> doubtful, Map<Long, String> after, boolean complete) {

    /** @param most bound on items, in whole days, the oldest first; one day is always taken */
    public static <T> SweptDays of(List<SweptItem<T>> items, SweptList list, Map<Long, String> known, int most) {
        Map<Long, Long> sums = new TreeMap<>();
        Map<Long, Integer> sizes = new HashMap<>();
        for (SweptItem<T> item : items) {
            long day = SweptList.dayOf(item.at());
            // A sum does not depend on the order, and few bytes tell most changes apart.
            sums.merge(day, hash(item.digest()), Long::sum);
            sizes.merge(day, 1, Integer::sum);
        }
        Map<Long, String> after = new HashMap<>(known);
        after.keySet().removeIf(day -> list.holdsDay(day) && !sums.containsKey(day));
        Set<Long> doubtful = new HashSet<>();
        int left = most;
        boolean complete = true;
        for (Map.Entry<Long, Long> day : sums.entrySet()) {
            String digest = Long.toString(day.getValue(), Character.MAX_RADIX);
            if (digest.equals(known.get(day.getKey()))) {
                continue;
            }
            int size = sizes.get(day.getKey());
            if (!doubtful.isEmpty() && size > left) {
                complete = false;
                break;
            }
            left -= size;
            doubtful.add(day.getKey());
            after.put(day.getKey(), digest);
        }
        return new SweptDays(doubtful, after, complete);
    }

    public <T> List<SweptItem<T>> doubtful(List<SweptItem<T>> items) {
        return items.stream().filter(item -> doubtful.contains(SweptList.dayOf(item.at()))).toList();
    }

    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ one) * 0x100000001b3L;
        }
        return hash >>> 16;
    }
}
