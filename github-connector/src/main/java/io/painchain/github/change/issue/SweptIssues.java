package io.painchain.github.change.issue;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PackedNumbers;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.User;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks that each issue's opening is stored. */
public final class SweptIssues extends SweptRecords<Issue, WorkItemsState, RepositoryReader> {

    /** A shorter list is one page that shows everything. */
    private static final int ONE_PAGE = 100;
    private static final int VANISHED = 200;

    private Set<Long> shown;
    private long reached;

    public SweptIssues(ChangeKind<WorkItemsState> owner) {
        super(owner, "issues", "/issues?state=all&sort=created&direction=desc&per_page=100",
                new Shape<>(Issue.class, null, Issue::createdAt));
    }

    @Override
    public List<SweptItem<Issue>> items(RepositoryReader reader, Known<WorkItemsState> known, List<Issue> issues) {
        shown = issues.stream().filter(issue -> !issue.isPullRequest()).map(Issue::number).collect(Collectors.toSet());
        reached = issues.size() < ONE_PAGE ? 0 : issues.stream().mapToLong(Issue::number).min().orElse(0);
        return issues.stream().filter(issue -> !issue.isPullRequest())
                .map(issue -> new SweptItem<>(issue, issue.createdAt(), issue.number().toString(),
                        () -> List.of(Drafts.probing(IssueMapper.toDraft(reader.scope(), issue,
                                Transition.opened(User.loginOf(issue.user()), issue.createdAt(), false))))))
                .toList();
    }

    /** Issues listed before and not now have left the list. */
    @Override
    public WorkItemsState after(WorkItemsState slice, List<Issue> missing) {
        if (shown == null) {
            return slice;
        }
        Set<Long> vanished = PackedNumbers.unpack(slice.shown());
        vanished.removeAll(shown);
        vanished.removeIf(number -> number < reached);
        vanished.addAll(slice.vanished());
        WorkItemsState after = slice.withIssues(PackedNumbers.pack(shown),
                vanished.stream().sorted(Comparator.reverseOrder()).limit(VANISHED).toList());
        shown = null;
        return after;
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<WorkItemsState> known, List<Issue> missing) {
        ListState begun = ListState.sinceEver();
        WorkItemsState items = new WorkItemsState(begun, begun, begun, known.slice().transitions(), null);
        KnownTransitions book = new KnownTransitions(known.slice().transitions(), List.of());
        return new IssueDrafts(reader, items, book, null, Numbering.READ)
                .drafts(ListCrawl.Result.of(missing, known.slice().issues()), List.of());
    }
}
