package io.painchain.connector.sweep;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.PageTag;

/**
 * @param days by kind and epoch day, a digest of what the provider showed
 * @param wholeAt last read of all lists without ETags; {@code null}: never
 * @param reviewsUntil reviews of pull requests changed until then are compared; {@code null}: none
 * @param heads by tracked branch, the last compared commit
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SweepState(Map<String, Map<Long, String>> days, Map<String, List<PageTag>> pages, Instant wholeAt,
        Instant reviewsUntil, Map<String, String> heads) {

    public static final SweepState NEVER = new SweepState(null, null, null, null, null);

    /** Lists of more pages are read afresh after a restart: their ETags would fill the checkpoint. */
    private static final int PAGES_KEPT = 8;
    private static final int BRANCHES_KEPT = 20;
    private static final String LISTS = "commits of ";

    public SweepState {
        days = days == null ? Map.of() : Map.copyOf(days);
        pages = pages == null ? Map.of() : Map.copyOf(pages);
        heads = heads == null ? Map.of() : Map.copyOf(heads);
    }

    public static String listOf(String branch) {
        return LISTS + branch;
    }

    public Map<Long, String> daysOf(String kind) {
        return days.getOrDefault(kind, Map.of());
    }

    public List<PageTag> pagesOf(SweptList list) {
        return pages.getOrDefault(list.name(), List.of());
    }

    public SweepState with(String kind, SweptList list, Map<Long, String> itsDays) {
        Map<Long, String> ofKind = new HashMap<>(daysOf(kind));
        ofKind.keySet().removeIf(list::holdsDay);
        itsDays.entrySet().stream().filter(day -> list.holdsDay(day.getKey()))
                .forEach(day -> ofKind.put(day.getKey(), day.getValue()));
        if (ofKind.equals(daysOf(kind))) {
            return this;
        }
        Map<String, Map<Long, String>> all = new HashMap<>(days);
        all.put(kind, Map.copyOf(ofKind));
        return new SweepState(all, pages, wholeAt, reviewsUntil, heads);
    }

    /** @param tags empty where the list is to be read again */
    public SweepState with(SweptList list, List<PageTag> tags) {
        Map<String, List<PageTag>> all = new HashMap<>(pages);
        if (tags.isEmpty()) {
            all.remove(list.name());
        } else {
            all.put(list.name(), List.copyOf(tags));
        }
        return new SweepState(days, all, wholeAt, reviewsUntil, heads);
    }

    public SweepState comparedReviews(Instant until) {
        return new SweepState(days, pages, wholeAt, until, heads);
    }

    public SweepState comparedCommits(String branch, String head) {
        Map<String, String> all = new HashMap<>(heads);
        all.put(branch, head);
        return new SweepState(days, pages, wholeAt, reviewsUntil, all);
    }

    /** Ends a whole sweep: forgets heads of branches without {@code lists}, and days before {@code since}. */
    public SweepState whole(Instant at, List<String> lists, long since) {
        Map<String, List<PageTag>> current = new HashMap<>(pages);
        current.keySet().retainAll(lists);
        Map<String, Map<Long, String>> recent = new HashMap<>();
        days.forEach((kind, its) -> recent.put(kind, its.entrySet().stream().filter(day -> day.getKey() >= since)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
        Map<String, String> tracked = new HashMap<>(heads);
        tracked.keySet().removeIf(branch -> !lists.contains(listOf(branch)));
        return new SweepState(recent, current, at, reviewsUntil, tracked);
    }

    public SweepState forgetTags() {
        return new SweepState(days, null, null, reviewsUntil, heads);
    }

    public SweepState trimmed() {
        Map<String, List<PageTag>> few = new HashMap<>(pages);
        few.values().removeIf(tags -> tags.size() > PAGES_KEPT);
        few.keySet().stream().filter(list -> list.startsWith(LISTS)).sorted().skip(BRANCHES_KEPT).toList()
                .forEach(few::remove);
        return new SweepState(days, few, wholeAt, reviewsUntil, heads);
    }
}
