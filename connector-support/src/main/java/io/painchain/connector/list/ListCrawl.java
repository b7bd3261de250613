package io.painchain.connector.list;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Moments;

/** Reads to known ground; several pages are requested again until stable, as items move between them. */
public final class ListCrawl<T> {

    public static final int FIRST_SYNC = 50;

    /** Clocks and replicas differ a little; this much before the watermark is read again. */
    public static final Duration MARGIN = Duration.ofMinutes(2);

    private static final Duration SETTLED = Duration.ofSeconds(2);
    private static final int FIRST_SYNC_PAGES = 10;
    static final int PAGES = 500;
    private static final int CONFIRMATIONS = 3;
    private static final int SEEN_KEPT = 100;

    /**
     * @param news wanted items that are not stored in the state read
     * @param fresh the same with unwanted items, and without the first sync's bound
     * @param gap what the list could not show, else {@code null}; {@code from}: since when a first sync covers it
     */
    public record Result<T>(boolean notModified, List<T> news, List<T> fresh, List<T> all, List<String> firstPage,
            List<Unreadable> unreadable,
            Instant answeredAt, ListState state, Gap gap, Instant from, boolean withheld) {

        public static <T> Result<T> unchanged(ListState state) {
            return new Result<>(true, List.of(), List.of(), List.of(), List.of(), List.of(), null, state, null, null, false);
        }

        public static <T> Result<T> of(List<T> items, ListState state) {
            return new Result<>(false, items, items, items, List.of(), List.of(), null, state, null, null, false);
        }

        /** The token may not read the list. */
        public static <T> Result<T> withheld(ListState state) {
            return new Result<>(true, List.of(), List.of(), List.of(), List.of(), List.of(), null, state, null, null, true);
        }
    }

    private final PageReader reader;
    private final ListRule<T> rule;
    private final ListState known;
    private final Instant ground;
    private final Map<String, Read<T>> read = new LinkedHashMap<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<PageTag> pages = new ArrayList<>();

    private ListCrawl(PageReader reader, ListRule<T> rule, ListState known) {
        this.reader = reader;
        this.rule = rule;
        this.known = known;
        this.ground = known.neverRead() ? null : known.watermark().minus(MARGIN);
    }

    public static <T> Result<T> of(PageReader reader, String path, ListRule<T> rule, ListState known) {
        return new ListCrawl<>(reader, rule, known).run(path);
    }

    private Result<T> run(String path) {
        URI url = reader.url(reader.until() == null || rule.upTo() == null ? path : path + rule.upTo().apply(reader.until()));
        boolean conditional = url.toString().equals(known.url()) && !reader.readsWhole(path, known.readAt());
        Page<T> first = reader.page(url, conditional ? known.etag() : null, rule.envelope(), rule.type());
        if (first.notModified()) {
            return Result.unchanged(known);
        }
        List<String> firstPage = first.items().stream().map(rule.id()).toList();
        Page<T> last = turnPages(first);
        boolean quiet = confirm();
        ListState state = new ListState(url.toString(), quiet ? pages.get(0).etag() : null, watermark(first.answeredAt()),
                first.answeredAt(), Map.of());
        List<T> all = read.values().stream().map(Read::value).toList();
        return new Result<>(false, wanted(), all.stream().filter(item -> !stored(item)).toList(), all, firstPage,
                List.copyOf(unreadable), first.answeredAt(), withSeen(state),
                gap(last, first.answeredAt()), from(last), false);
    }

    private Page<T> turnPages(Page<T> first) {
        PageTurns<T> turns = new PageTurns<>(first, rule.upTo() == null ? PAGES : reader.pages(),
                url -> reader.page(url, null, rule.envelope(), rule.type()));
        Page<T> page = first;
        take(page);
        while (turns.more() && !reached(page)) {
            page = turns.turn();
            take(page);
        }
        return page;
    }

    private boolean reached(Page<T> page) {
        if (ground == null) {
            return read.values().stream().filter(one -> rule.wanted().test(one.value())).count() >= FIRST_SYNC
                    || pages.size() >= FIRST_SYNC_PAGES;
        }
        return Moments.anyBefore(ground, page.items().stream().map(rule.moment()).toList());
    }

    private boolean take(Page<T> page) {
        pages.add(new PageTag(page.url().toString(), page.etag()));
        return keep(page);
    }

    private boolean keep(Page<T> page) {
        boolean news = false;
        for (T item : page.items()) {
            Read<T> before = read.put(rule.id().apply(item), new Read<>(item, page.answeredAt()));
            news |= before == null || !before.value().equals(item);
        }
        for (Unreadable record : page.unreadable()) {
            if (!unreadable.contains(record)) {
                unreadable.add(record);
            }
        }
        return news;
    }

    private boolean confirm() {
        if (pages.size() == 1 || ground == null) {
            return true;
        }
        for (int round = 0; round < CONFIRMATIONS; round++) {
            if (!anyPageChanged()) {
                return true;
            }
        }
        return false;
    }

    private boolean anyPageChanged() {
        boolean news = false;
        for (int i = 0; i < pages.size(); i++) {
            PageTag tag = pages.get(i);
            Page<T> again = reader.page(URI.create(tag.url()), tag.etag(), rule.envelope(), rule.type());
            if (!again.notModified()) {
                news |= keep(again);
                pages.set(i, new PageTag(tag.url(), again.etag()));
            }
        }
        return news;
    }

    private List<T> wanted() {
        List<T> wanted = read.values().stream().map(Read::value).filter(rule.wanted()).filter(item -> !stored(item)).toList();
        return ground == null ? wanted.subList(0, Math.min(FIRST_SYNC, wanted.size())) : wanted;
    }

    /** Known ground, or within the margin and remembered in this very state. */
    private boolean stored(T item) {
        if (ground != null && rule.moment().apply(item).isBefore(ground)) {
            return true;
        }
        return Objects.equals(known.seen().get(rule.id().apply(item)), rule.moment().apply(item).getEpochSecond());
    }

    /** Capped at the server's clock: a record dated in the future would make everything until then known ground. */
    private Instant watermark(Instant answeredAt) {
        Instant newest = read.values().stream().map(one -> rule.moment().apply(one.value())).max(Instant::compareTo)
                .filter(moment -> moment.isBefore(answeredAt)).orElse(answeredAt);
        return known.neverRead() || newest.isAfter(known.watermark()) ? newest : known.watermark();
    }

    /** Only what can no longer change within its second: one moment may otherwise stand for two states. */
    private ListState withSeen(ListState state) {
        Instant edge = state.watermark().minus(MARGIN);
        Map<String, Long> seen = read.entrySet().stream().filter(entry -> {
            Instant moment = rule.moment().apply(entry.getValue().value());
            return !moment.isBefore(edge) && moment.plus(SETTLED).isBefore(entry.getValue().answeredAt());
        }).collect(Collectors.toMap(Map.Entry::getKey,
                entry -> rule.moment().apply(entry.getValue().value()).getEpochSecond()));
        return new ListState(state.url(), state.etag(), state.watermark(), state.readAt(),
                seen.size() > SEEN_KEPT ? Map.of() : seen);
    }

    /** The beginning of time where the whole list was read and taken. */
    private Instant from(Page<T> last) {
        if (ground != null) {
            return null;
        }
        List<T> wanted = wanted();
        long all = read.values().stream().filter(one -> rule.wanted().test(one.value())).count();
        return last.next() == null && all == wanted.size() ? Instant.EPOCH
                : wanted.stream().map(rule.moment()).filter(moment -> !moment.isBefore(Moments.FIRST)).min(Instant::compareTo)
                        .orElse(Instant.EPOCH);
    }

    private Gap gap(Page<T> last, Instant now) {
        boolean moreThanShown = last.next() != null || last.totalCount() > read.size();
        if (ground == null || reached(last) || !moreThanShown) {
            return null;
        }
        Instant oldest = read.values().stream().map(one -> rule.moment().apply(one.value())).min(Instant::compareTo)
                .orElse(now);
        return new Gap(rule.words(), known.watermark(), oldest, now);
    }
}
