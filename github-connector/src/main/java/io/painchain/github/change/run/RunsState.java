package io.painchain.github.change.run;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;

/** {@code known}: what is stored of runs on the first page and of all unfinished ones, by id. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RunsState(ListState list, Map<Long, RunMark> known) {

    static final RunsState UNREAD = new RunsState(ListState.UNREAD, Map.of());

    public RunsState {
        list = list == null ? ListState.UNREAD : list;
        known = known == null ? Map.of() : Map.copyOf(known);
    }

    boolean goesOnSince(Instant moment) {
        return known.values().stream().anyMatch(mark -> !mark.finished() && mark.updated() > moment.getEpochSecond());
    }

    /** Finished runs are read again; unfinished ones must be followed in any case. */
    RunsState forgetTags() {
        return new RunsState(list.forgetTags(), known.entrySet().stream().filter(entry -> !entry.getValue().finished())
                .collect(Collectors.toMap(Map.Entry::getKey,
                        entry -> new RunMark(entry.getValue().attempt(), 0, false))));
    }
}
