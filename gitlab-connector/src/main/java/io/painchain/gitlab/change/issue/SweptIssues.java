package io.painchain.gitlab.change.issue;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.IssueMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Checks that each issue's opening is stored. */
final class SweptIssues extends SweptRecords<Issue, ListState, ProjectReader> {

    SweptIssues() {
        super(IssueKind.KIND, IssueKind.SOURCE, IssuesSource.LIST, new Shape<>(Issue.class, null, Issue::updatedAt));
    }

    @Override
    public List<SweptItem<Issue>> items(ProjectReader reader, Known<ListState> known, List<Issue> issues) {
        Instant from = known.coveredFrom(source());
        return issues.stream().filter(issue -> !issue.createdAt().isBefore(from))
                .map(issue -> new SweptItem<>(issue, issue.updatedAt(), issue.iid() + ":" + issue.updatedAt(),
                        () -> List.of(Drafts.probing(IssueMapper.toDraft(reader.scope(), issue,
                                Transition.opened(User.loginOf(issue.author()), issue.createdAt(), false))))))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<ListState> known, List<Issue> missing) {
        return IssuesSource.drafts(reader, ListState.since(known.coveredFrom(source())), missing);
    }
}
