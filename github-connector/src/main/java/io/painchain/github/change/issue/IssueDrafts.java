package io.painchain.github.change.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.detail.RecordDetails;
import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.User;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.TransitionLookup;
import io.painchain.github.change.transition.TransitionMark;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

public final class IssueDrafts {

    private static final String ALONE = "issue";

    private final RepositoryReader reader;
    private final KnownTransitions book;
    private final ListState known;
    private final Instant eventsFrom;
    private final Numbering numbering;
    private final List<EventDraft> drafts = new ArrayList<>();

    /** {@code eventsFrom}: how far back a first sync read the events, null otherwise; {@code numbering}: whether it could. */
    public IssueDrafts(RepositoryReader reader, WorkItemsState known, KnownTransitions book, Instant eventsFrom,
            Numbering numbering) {
        this.numbering = numbering;
        this.reader = reader;
        this.book = book;
        this.known = known.issues();
        this.eventsFrom = eventsFrom;
    }

    public List<EventDraft> drafts(ListCrawl.Result<Issue> issues, List<IssueEvent> events) {
        Map<Long, Issue> touched = new LinkedHashMap<>();
        issues.news().forEach(issue -> touched.put(issue.number(), issue));
        List<IssueEvent> ofIssues = events.stream().filter(event -> !event.issue().isPullRequest()).toList();
        ofIssues.stream().filter(KnownTransitions::isTransition)
                .forEach(event -> touched.merge(event.issue().number(), event.issue(), IssueDrafts::newer));
        book.overdue(now()).stream().filter(number -> !touched.containsKey(number))
                .forEach(number -> alone(number).ifPresent(issue -> touched.put(number, issue)));
        touched.values().forEach(this::draft);
        ofIssues.stream().filter(event -> event.is("labeled"))
                .forEach(event -> drafts.add(IssueMapper.labeled(reader.scope(), event)));
        return drafts;
    }

    private static Issue newer(Issue one, Issue other) {
        return other.updatedAt().isAfter(one.updatedAt()) ? other : one;
    }

    private void draft(Issue issue) {
        Optional<TransitionMark> last = lastStep(issue);
        if (last.isEmpty() || known.isNews(issue.createdAt())) {
            add(issue, Transition.opened(User.loginOf(issue.user()), issue.createdAt(), last.isEmpty()));
            if (record(issue.number()).failed(TransitionLookup.NAME)) {
                drafts.add(Drafts.lacking(drafts.remove(drafts.size() - 1), TransitionLookup.NAME));
            }
        }
        book.justRead(issue.number()).stream().filter(mark -> !last.filter(mark::equals).isPresent())
                .forEach(mark -> add(issue, mark.transition(false)));
        last.ifPresent(mark -> add(issue, mark.transition(agrees(mark, issue))));
    }

    /** Empty where the issue is as opened, or was closed before the first sync's reach. */
    private Optional<TransitionMark> lastStep(Issue issue) {
        Optional<TransitionMark> mark = book.newest(issue.number());
        if (issue.open() || mark.filter(last -> last.is(Kind.closed) && isCurrent(last, issue)).isPresent()) {
            return mark;
        }
        boolean reached = issue.closedAt() != null && eventsFrom != null && !issue.closedAt().isBefore(eventsFrom);
        if (known.neverRead() && !reached) {
            return mark;
        }
        Optional<TransitionMark> last = known.neverRead() ? mark
                : new TransitionLookup(reader).lastOf(issue.number(), record(issue.number()));
        if (record(issue.number()).failed(TransitionLookup.NAME)) {
            return mark;
        }
        return book.closing(issue.number(), issue.closedAt(), now(), last).or(() -> last).or(() -> mark);
    }

    /** While the events list fails, the known mark may be an earlier closing's. */
    private boolean isCurrent(TransitionMark mark, Issue issue) {
        return numbering != Numbering.FAILS || mark.tellsOf(issue.closedAt());
    }

    /** Empty for a pull request, or a deleted issue. */
    private Optional<Issue> alone(long number) {
        RecordDetails record = record(number);
        if (record.waits(ALONE)) {
            return Optional.empty();
        }
        Optional<Issue> issue = record.read(ALONE, () -> reader.read("/issues/" + number, Issue.class));
        if (!record.failed(ALONE)) {
            book.giveUp(number);
        }
        return issue.filter(one -> !one.isPullRequest());
    }

    private Instant now() {
        return reader.answeredAt() == null ? reader.clock().instant() : reader.answeredAt();
    }

    /** A step that the record does not show gets no facts from it. */
    private static boolean agrees(TransitionMark mark, Issue issue) {
        return mark.is(Kind.closed) != issue.open();
    }

    private RecordDetails record(long number) {
        return reader.details().of("issues", String.valueOf(number));
    }

    private void add(Issue issue, Transition transition) {
        drafts.add(IssueMapper.toDraft(reader.scope(), issue, transition));
    }
}
