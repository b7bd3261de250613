package io.painchain.github.change.transition;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;
import io.painchain.connector.list.Stretch;

/**
 * Maps are by number.
 *
 * @param unnumbered the time while closings could not be numbered and are stored by time, or null
 * @param unsettled open pull requests without {@code mergeable}, with how often they were asked for
 * @param unseen closings without an event so far, with their time (epoch seconds)
 * @param shown issues of the last sweep's list, packed, or null
 * @param vanished issues that left that list and are to be looked up
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkItemsState(ListState pulls, ListState issues, ListState events, Map<Long, TransitionMark> transitions,
        Stretch unnumbered, Map<Long, Integer> unsettled, Map<Long, Long> unseen, String shown,
        List<Long> vanished) {

    public static final WorkItemsState UNREAD = new WorkItemsState(ListState.UNREAD, ListState.UNREAD, ListState.UNREAD,
            Map.of(), null);

    public WorkItemsState {
        pulls = pulls == null ? ListState.UNREAD : pulls;
        issues = issues == null ? ListState.UNREAD : issues;
        events = events == null ? ListState.UNREAD : events;
        transitions = transitions == null ? Map.of() : Map.copyOf(transitions);
        unsettled = unsettled == null ? Map.of() : Map.copyOf(unsettled);
        unseen = unseen == null ? Map.of() : Map.copyOf(unseen);
        vanished = vanished == null ? List.of() : List.copyOf(vanished);
    }

    public WorkItemsState(ListState pulls, ListState issues, ListState events, Map<Long, TransitionMark> transitions,
            Stretch unnumbered) {
        this(pulls, issues, events, transitions, unnumbered, null, null, null, null);
    }

    /** As if nothing had been read since that moment. */
    public WorkItemsState asOf(Instant moment) {
        ListState then = ListState.since(moment);
        return new WorkItemsState(then, then, then, transitions, unnumbered);
    }

    public WorkItemsState with(Map<Long, TransitionMark> newTransitions) {
        return new WorkItemsState(pulls, issues, events, newTransitions, unnumbered, unsettled, unseen, shown, vanished);
    }

    public WorkItemsState withIssues(String nowShown, List<Long> nowVanished) {
        return new WorkItemsState(pulls, issues, events, transitions, unnumbered, unsettled, unseen, nowShown, nowVanished);
    }

    public WorkItemsState forgetTags() {
        return new WorkItemsState(pulls.forgetTags(), issues.forgetTags(), events.forgetTags(), transitions, unnumbered,
                unsettled, unseen, shown, vanished);
    }
}
