package io.painchain.connector.detail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

/** @param open bounded to fit a checkpoint; beyond that the oldest are given up */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OpenDetails(List<OpenDetail> open, List<OpenDetail> givenUp) {

    public static final OpenDetails NONE = new OpenDetails(null, null);

    private static final int OPEN_KEPT = 100;
    private static final int GIVEN_UP_KEPT = 50;
    private static final Duration GIVEN_UP_NAMED = Duration.ofDays(7);

    public OpenDetails {
        open = open == null ? List.of() : List.copyOf(open);
        givenUp = givenUp == null ? List.of() : List.copyOf(givenUp);
    }

    /** Longest waiting first. */
    public List<OpenRecord> due(Instant now) {
        return open.stream().filter(detail -> !detail.nextAt().isAfter(now)).sorted(Comparator.comparing(OpenDetail::nextAt))
                .map(detail -> new OpenRecord(detail.source(), detail.record(), detail.facts()))
                .collect(Collectors.toMap(record -> List.of(record.source(), record.record()), record -> record,
                        (one, other) -> one.facts().isEmpty() ? other : one, LinkedHashMap::new))
                .values().stream().toList();
    }

    public boolean isDue(Instant now) {
        return open.stream().anyMatch(detail -> !detail.nextAt().isAfter(now));
    }

    /** A detail that waits already keeps its turn. */
    public OpenDetails after(Details asked, Instant now) {
        if (asked.answers().isEmpty()) {
            return current(now);
        }
        Map<OpenDetail.Id, OpenDetail> next = byId(open);
        Map<OpenDetail.Id, OpenDetail> given = byId(givenUp);
        asked.answers().forEach((id, answer) -> {
            if (!answer.failed()) {
                next.remove(id);
                given.remove(id);
            } else if (!given.containsKey(id)) {
                next.putIfAbsent(id, OpenDetail.first(id, answer.facts(), now, answer.why()));
            }
        });
        return of(next.values(), given.values(), now);
    }

    /** @param why the record itself failed; {@code null}: it was read */
    public OpenDetails retried(OpenRecord record, Details asked, String why, Instant now) {
        Map<OpenDetail.Id, OpenDetail> next = byId(open);
        for (OpenDetail detail : open) {
            if (detail.source().equals(record.source()) && detail.record().equals(record.record())) {
                Details.Answer answer = asked.answers().get(detail.id());
                if (why != null) {
                    next.put(detail.id(), detail.failedAgain(now, why));
                } else if (answer == null || !answer.failed()) {
                    next.remove(detail.id());
                } else {
                    next.put(detail.id(), answer.asked() ? detail.failedAgain(now, answer.why()) : detail.putOff(now));
                }
            }
        }
        return of(next.values(), givenUp, now).after(asked, now);
    }

    /** What another reading of the same repository lacks is retried, too. */
    public OpenDetails including(OpenDetails others, Instant now) {
        Map<OpenDetail.Id, OpenDetail> both = byId(open);
        others.open().stream().filter(detail -> !knows(detail.id())).forEach(detail -> both.put(detail.id(), detail));
        return both.size() == open.size() ? this : of(both.values(), givenUp, now);
    }

    public List<OpenDetail> givenUpOf(Collection<String> sources) {
        return givenUp.stream().filter(detail -> sources.contains(detail.source())).toList();
    }

    boolean knows(OpenDetail.Id id) {
        return open.stream().anyMatch(detail -> detail.id().equals(id))
                || givenUp.stream().anyMatch(detail -> detail.id().equals(id));
    }

    private OpenDetails current(Instant now) {
        return givenUp.stream().allMatch(detail -> isNamed(detail, now)) ? this : of(open, givenUp, now);
    }

    private static OpenDetails of(Collection<OpenDetail> open, Collection<OpenDetail> givenUp, Instant now) {
        List<OpenDetail> kept = new ArrayList<>(open);
        kept.removeIf(detail -> detail.tries() >= RetryDelays.TRIES);
        List<OpenDetail> newest = kept.subList(Math.max(0, kept.size() - OPEN_KEPT), kept.size());
        List<OpenDetail> given = new ArrayList<>(givenUp);
        given.removeIf(detail -> !isNamed(detail, now));
        open.stream().filter(detail -> !newest.contains(detail)).map(detail -> detail.givenUp(now)).forEach(given::add);
        return new OpenDetails(newest, given.subList(Math.max(0, given.size() - GIVEN_UP_KEPT), given.size()));
    }

    private static boolean isNamed(OpenDetail detail, Instant now) {
        return detail.nextAt().plus(GIVEN_UP_NAMED).isAfter(now);
    }

    private static Map<OpenDetail.Id, OpenDetail> byId(Collection<OpenDetail> details) {
        Map<OpenDetail.Id, OpenDetail> byId = new LinkedHashMap<>();
        details.forEach(detail -> byId.put(detail.id(), detail));
        return byId;
    }
}
