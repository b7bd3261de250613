package io.painchain.github.change.transition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Transition;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;

/** Closings, reopenings and merges: those just read, and each thing's last one from before. */
public final class KnownTransitions {

    private static final int KEPT = 150;

    /** A merge also closes; both events have nearly the same time. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

    private final Map<Long, TransitionMark> newest;
    private final Map<Long, List<TransitionMark>> justRead = new HashMap<>();
    private final UnseenClosings unseen;

    public KnownTransitions(Map<Long, TransitionMark> known, List<IssueEvent> events) {
        this(known, events, Map.of());
    }

    /** @param waiting closings without an event so far, by number, with their time */
    public KnownTransitions(Map<Long, TransitionMark> known, List<IssueEvent> events, Map<Long, Long> waiting) {
        unseen = new UnseenClosings(waiting);
        newest = new HashMap<>(known);
        steps(events).stream().filter(event -> !isIdentifiedByTime(event, known))
                .forEach(event -> add(event.issue().number(), TransitionMark.of(event)));
    }

    /** Oldest first; a closing beside a merge is no step. */
    public static List<IssueEvent> steps(List<IssueEvent> events) {
        Map<Long, List<IssueEvent>> byNumber = events.stream().filter(KnownTransitions::isTransition)
                .collect(Collectors.groupingBy(event -> event.issue().number()));
        return byNumber.values().stream().flatMap(its -> its.stream().filter(event -> !besideMerge(event, its)))
                .sorted(Comparator.comparing(IssueEvent::createdAt).thenComparing(IssueEvent::id)).toList();
    }

    /** Whether the event appeared after its step had been stored by time. */
    public static boolean isIdentifiedByTime(IssueEvent event, Map<Long, TransitionMark> known) {
        TransitionMark mark = known.get(event.issue().number());
        return mark != null && mark.isIdentifiedAs(TransitionMark.of(event));
    }

    public static boolean isTransition(IssueEvent event) {
        return event.issue() != null && (event.is("closed") || event.is("reopened") || event.is("merged"));
    }

    public List<TransitionMark> justRead(long number) {
        return justRead.getOrDefault(number, List.of());
    }

    public Optional<TransitionMark> newest(long number) {
        return Optional.ofNullable(newest.get(number));
    }

    public Optional<TransitionMark> newest(long number, Transition.Kind kind) {
        return newest(number).filter(mark -> mark.is(kind));
    }

    /** By number or, where no event appears for long enough, by time; {@code now} is the provider's clock. */
    public Optional<TransitionMark> closing(long number, Instant closedAt, Instant now, Optional<TransitionMark> last) {
        Optional<TransitionMark> closing = unseen.closing(number, closedAt, now, last);
        closing.ifPresent(mark -> learn(number, mark));
        return closing;
    }

    public Set<Long> overdue(Instant now) {
        return unseen.overdue(now);
    }

    public void giveUp(long number) {
        unseen.forget(number);
    }

    public Map<Long, Long> waiting() {
        return unseen.toKeep();
    }

    public void learn(long number, TransitionMark mark) {
        newest.put(number, mark);
    }

    public Map<Long, TransitionMark> toKeep() {
        return newest.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<Long, TransitionMark> entry) -> entry.getValue().at()).reversed())
                .limit(KEPT).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private void add(long number, TransitionMark mark) {
        justRead.computeIfAbsent(number, any -> new ArrayList<>()).add(mark);
        TransitionMark known = newest.get(number);
        if (known == null || known.at() < mark.at() || known.at() == mark.at() && known.eventId() <= mark.eventId()) {
            newest.put(number, mark);
        }
    }

    private static boolean besideMerge(IssueEvent event, List<IssueEvent> others) {
        if (!event.is("closed")) {
            return false;
        }
        Issue issue = event.issue();
        boolean mergedThen = issue.isPullRequest() && near(issue.pullRequest().mergedAt(), event.createdAt());
        return mergedThen || others.stream()
                .anyMatch(other -> other.is("merged") && near(other.createdAt(), event.createdAt()));
    }

    private static boolean near(Instant one, Instant other) {
        return one != null && Duration.between(one, other).abs().compareTo(SAME_MOMENT) <= 0;
    }
}
