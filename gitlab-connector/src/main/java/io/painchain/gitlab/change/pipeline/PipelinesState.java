package io.painchain.gitlab.change.pipeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.record.ci.Pipeline;

/**
 * @param goingOn unfinished pipelines by id, with their last change in epoch seconds
 * @param records of these; none of what an earlier version stored, until it is read again
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PipelinesState(ListState list, Map<Long, Long> goingOn, Map<Long, Unfinished> records) {

    static final PipelinesState UNREAD = new PipelinesState(ListState.UNREAD, Map.of(), Map.of());
    private static final int KEPT = 50;

    public PipelinesState {
        list = list == null ? ListState.UNREAD : list;
        goingOn = goingOn == null ? Map.of() : Map.copyOf(goingOn);
        records = records == null ? Map.of() : Map.copyOf(records);
    }

    PipelinesState with(ListState newList) {
        return new PipelinesState(newList, goingOn, records);
    }

    PipelinesState after(ListState newList, List<Pipeline> shown) {
        Map<Long, Long> now = new HashMap<>(goingOn);
        Map<Long, Unfinished> known = new HashMap<>(records);
        for (Pipeline pipeline : shown) {
            if (pipeline.ended()) {
                now.remove(pipeline.id());
            } else {
                now.put(pipeline.id(), pipeline.updatedAt().getEpochSecond());
                known.put(pipeline.id(), Unfinished.of(pipeline));
            }
        }
        return of(newList, now.entrySet().stream()
                .sorted(Map.Entry.<Long, Long> comparingByValue(Comparator.reverseOrder())).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)), known);
    }

    PipelinesState without(Set<Long> over) {
        Map<Long, Long> still = new HashMap<>(goingOn);
        still.keySet().removeAll(over);
        return of(list, still, new HashMap<>(records));
    }

    private static PipelinesState of(ListState list, Map<Long, Long> goingOn, Map<Long, Unfinished> records) {
        records.keySet().retainAll(goingOn.keySet());
        return new PipelinesState(list, goingOn, records);
    }

    boolean goesOnSince(Instant moment) {
        return goingOn.values().stream().anyMatch(updated -> updated > moment.getEpochSecond());
    }
}
