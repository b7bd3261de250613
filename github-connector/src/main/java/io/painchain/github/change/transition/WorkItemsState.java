package io.painchain.github.change.transition;

import java.time.Instant;
import java.util.List;
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
 * @param shown the issues that the sweep's list showed last, packed; {@code null}: never
 * @param vanished issues that it showed before and not then, of which it is to be found out what became of them
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
