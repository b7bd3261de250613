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

/** {@code goingOn}: unfinished pipelines by id, with their last change in epoch seconds. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record PipelinesState(ListState list, Map<Long, Long> goingOn) {

    static final PipelinesState UNREAD = new PipelinesState(ListState.UNREAD, Map.of());
    private static final int KEPT = 50;

    public PipelinesState {
        list = list == null ? ListState.UNREAD : list;
        goingOn = goingOn == null ? Map.of() : Map.copyOf(goingOn);
    }

    PipelinesState with(ListState newList) {
        return new PipelinesState(newList, goingOn);
    }

    PipelinesState after(ListState newList, List<Pipeline> shown) {
        Map<Long, Long> now = new HashMap<>(goingOn);
        for (Pipeline pipeline : shown) {
            if (pipeline.ended()) {
                now.remove(pipeline.id());
            } else {
                now.put(pipeline.id(), pipeline.updatedAt().getEpochSecond());
            }
        }
        return new PipelinesState(newList, now.entrySet().stream()
                .sorted(Map.Entry.<Long, Long> comparingByValue(Comparator.reverseOrder())).limit(KEPT)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    PipelinesState without(Set<Long> over) {
        Map<Long, Long> still = new HashMap<>(goingOn);
        still.keySet().removeAll(over);
        return new PipelinesState(list, still);
    }

    boolean goesOnSince(Instant moment) {
        return goingOn.values().stream().anyMatch(updated -> updated > moment.getEpochSecond());
    }
}
