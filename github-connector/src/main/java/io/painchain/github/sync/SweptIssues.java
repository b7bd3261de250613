package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.github.github.Issue;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.mapping.Transition;
import io.painchain.model.EventDraft;

/** Issues by their creation: whether their opening is there. */
final class SweptIssues implements SweptSource<Issue> {

    private final SweptPages<Issue> pages = new SweptPages<>(Issue.class, null, Issue::createdAt);

    @Override
    public String name() {
        return "issues";
    }

    @Override
    public Optional<List<SweptItem<Issue>>> read(RepositoryReader reader, RepositoryState state, Instant from) {
        return pages.read(reader, "/issues?state=all&sort=created&direction=desc&per_page=100", from)
                .map(issues -> issues.stream().filter(issue -> !issue.isPullRequest()).map(issue -> item(reader, issue))
                        .toList());
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<Issue> missing) {
        ListState begun = new ListState(null, null, Instant.EPOCH.plus(ListCrawl.MARGIN), null, Map.of());
        WorkItemsState items = new WorkItemsState(begun, begun, begun, state.items().transitions(), null);
        TransitionBook book = new TransitionBook(state.items().transitions(), List.of());
        return new IssueLife(reader, items, book).drafts(ListCrawl.Result.of(missing, state.items().issues()), List.of());
    }

    private static SweptItem<Issue> item(RepositoryReader reader, Issue issue) {
        return new SweptItem<>(issue, issue.createdAt(), issue.number().toString(), List
                .of(IssueMapper.toDraft(reader.scope(), issue, Transition.opened(issue.user(), issue.createdAt(), false))));
    }
}
