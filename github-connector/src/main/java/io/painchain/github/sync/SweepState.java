package io.painchain.github.sync;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What the sweep over the last 30 days found stored.
 *
 * @param days by kind, and in it by day (days since 1970), a digest of what GitHub showed of that day
 * @param pages by list, the pages that showed it, with their ETags
 * @param wholeAt when all lists were last read without relying on ETags; {@code null}: never
 * @param reviewsUntil pull requests that changed until then have had their reviews compared; {@code null}: none
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SweepState(Map<String, Map<Long, String>> days, Map<String, List<PageTag>> pages, Instant wholeAt,
        Instant reviewsUntil) {

    static final SweepState NEVER = new SweepState(null, null, null, null);

    /** A list of more pages is read afresh after a restart: their ETags would fill the checkpoint. */
    private static final int PAGES_KEPT = 8;

    public SweepState {
        days = days == null ? Map.of() : Map.copyOf(days);
        pages = pages == null ? Map.of() : Map.copyOf(pages);
    }

    Map<Long, String> daysOf(String kind) {
        return days.getOrDefault(kind, Map.of());
    }

    List<PageTag> pagesOf(SweptList list) {
        return pages.getOrDefault(list.name(), List.of());
    }

    SweepState with(String kind, Map<Long, String> itsDays) {
        if (itsDays.isEmpty() && !days.containsKey(kind)) {
            return this;
        }
        Map<String, Map<Long, String>> all = new HashMap<>(days);
        all.put(kind, Map.copyOf(itsDays));
        return new SweepState(all, pages, wholeAt, reviewsUntil);
    }

    /** @param tags empty where the list is to be read again */
    SweepState with(SweptList list, List<PageTag> tags) {
        Map<String, List<PageTag>> all = new HashMap<>(pages);
        if (tags.isEmpty()) {
            all.remove(list.name());
        } else {
            all.put(list.name(), List.copyOf(tags));
        }
        return new SweepState(days, all, wholeAt, reviewsUntil);
    }

    SweepState comparedReviews(Instant until) {
        return new SweepState(days, pages, wholeAt, until);
    }

    /**
     * After a sweep over everything, of which what is no longer looked at is forgotten.
     *
     * @param lists the names of all there are now
     * @param since the first day that counts
     */
    SweepState whole(Instant at, List<String> lists, long since) {
        Map<String, List<PageTag>> current = new HashMap<>(pages);
        current.keySet().retainAll(lists);
        Map<String, Map<Long, String>> recent = new HashMap<>();
        days.forEach((kind, its) -> recent.put(kind, its.entrySet().stream().filter(day -> day.getKey() >= since)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        return new SweepState(recent, current, at, reviewsUntil);
    }

    SweepState forgetTags() {
        return new SweepState(days, null, null, reviewsUntil);
    }

    SweepState trimmed() {
        Map<String, List<PageTag>> few = new HashMap<>(pages);
        few.values().removeIf(tags -> tags.size() > PAGES_KEPT);
        return new SweepState(days, few, wholeAt, reviewsUntil);
    }
}
