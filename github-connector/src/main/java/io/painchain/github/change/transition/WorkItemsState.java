package io.painchain.github.change.transition;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.list.ListState;
import io.painchain.connector.list.Stretch;

/**
 * Where pull requests, issues and their events stand.
 *
 * @param transitions the last closing, reopening or merge by number, of the things where that was most recent
 * @param unnumbered the time while the list that numbers closings could not be read, so that closings of pull requests are
 *        stored by their time; {@code null}: never
 * @param unsettled open pull requests of which GitHub had not computed yet whether they merge, with how often it was asked
 * @param unseen what was closed of late without a closing among the events so far, by number, with when (epoch seconds)
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record WorkItemsState(ListState pulls, ListState issues, ListState events, Map<Long, TransitionMark> transitions,
        Stretch unnumbered, Map<Long, Integer> unsettled, Map<Long, Long> unseen) {

    public static final WorkItemsState UNREAD = new WorkItemsState(ListState.UNREAD, ListState.UNREAD, ListState.UNREAD,
            Map.of(), null);

    public WorkItemsState {
        pulls = pulls == null ? ListState.UNREAD : pulls;
        issues = issues == null ? ListState.UNREAD : issues;
        events = events == null ? ListState.UNREAD : events;
        transitions = transitions == null ? Map.of() : Map.copyOf(transitions);
        unsettled = unsettled == null ? Map.of() : Map.copyOf(unsettled);
        unseen = unseen == null ? Map.of() : Map.copyOf(unseen);
    }

    public WorkItemsState(ListState pulls, ListState issues, ListState events, Map<Long, TransitionMark> transitions,
            Stretch unnumbered) {
        this(pulls, issues, events, transitions, unnumbered, null, null);
    }

    /** As if nothing had been read since that moment. */
    public WorkItemsState asOf(Instant moment) {
        ListState then = ListState.since(moment);
        return new WorkItemsState(then, then, then, transitions, unnumbered);
    }

    public WorkItemsState with(Map<Long, TransitionMark> newTransitions) {
        return new WorkItemsState(pulls, issues, events, newTransitions, unnumbered, unsettled, unseen);
    }

    public WorkItemsState forgetTags() {
        return new WorkItemsState(pulls.forgetTags(), issues.forgetTags(), events.forgetTags(), transitions, unnumbered,
                unsettled, unseen);
    }
}
