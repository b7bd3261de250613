package io.painchain.gitlab.change.issue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PackedNumbers;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.IssueMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Checks that each issue's opening is stored, and notices which ones left the list. */
final class SweptIssues extends SweptRecords<Issue, IssuesState, ProjectReader> {

    /** Well within what a sweep shows. */
    private static final Duration LISTED = Duration.ofDays(28);
    private static final int VANISHED = 200;

    private Set<Long> shown;

    SweptIssues() {
        super(IssueKind.KIND, IssueKind.SOURCE, IssuesSource.LIST, new Shape<>(Issue.class, null, Issue::updatedAt));
    }

    @Override
    public List<SweptItem<Issue>> items(ProjectReader reader, Known<IssuesState> known, List<Issue> issues) {
        Instant from = known.coveredFrom(source());
        Instant since = reader.now().minus(LISTED);
        shown = issues.stream().filter(issue -> !issue.updatedAt().isBefore(from) && !issue.updatedAt().isBefore(since))
                .map(Issue::iid).collect(Collectors.toSet());
        return issues.stream().filter(issue -> !issue.createdAt().isBefore(from))
                .map(issue -> new SweptItem<>(issue, issue.updatedAt(), issue.iid() + ":" + issue.updatedAt(),
                        () -> List.of(Drafts.probing(IssueMapper.toDraft(reader.scope(), issue,
                                Transition.opened(User.loginOf(issue.author()), issue.createdAt(), false))))))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<IssuesState> known, List<Issue> missing) {
        return IssuesSource.drafts(reader, ListState.since(known.coveredFrom(source())), missing);
    }

    @Override
    public IssuesState after(IssuesState slice, List<Issue> missing) {
        if (shown == null) {
            return slice;
        }
        Set<Long> vanished = PackedNumbers.unpack(slice.shown());
        vanished.removeAll(shown);
        vanished.addAll(slice.vanished());
        IssuesState after = slice.showing(PackedNumbers.pack(shown),
                vanished.stream().sorted(Comparator.reverseOrder()).limit(VANISHED).toList());
        shown = null;
        return after;
    }
}
