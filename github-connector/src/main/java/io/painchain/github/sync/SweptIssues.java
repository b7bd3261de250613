package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.Issue;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.mapping.Transition;
import io.painchain.model.event.EventDraft;

/** Issues by their creation: whether their opening is there. */
final class SweptIssues implements SweptSource<Issue> {

    private static final SweptPages.Shape<Issue> SHAPE = new SweptPages.Shape<>(Issue.class, null, Issue::createdAt);

    @Override
    public String source() {
        return "issues";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("issues", "/issues?state=all&sort=created&direction=desc&per_page=100", from));
    }

    @Override
    public Optional<SweptPages<Issue>> read(RepositoryReader reader, RepositoryState state, SweptList list,
            List<PageTag> known) {
        return SweptPages.read(reader, list, known, SHAPE);
    }

    @Override
    public List<SweptItem<Issue>> items(RepositoryReader reader, RepositoryState state, List<Issue> issues) {
        return issues.stream().filter(issue -> !issue.isPullRequest())
                .map(issue -> new SweptItem<>(issue, issue.createdAt(), issue.number().toString(),
                        () -> List.of(Drafts.probing(IssueMapper.toDraft(reader.scope(), issue,
                                Transition.opened(issue.user(), issue.createdAt(), false))))))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<Issue> missing) {
        ListState begun = ListState.sinceEver();
        WorkItemsState items = new WorkItemsState(begun, begun, begun, state.items().transitions(), null);
        TransitionBook book = new TransitionBook(state.items().transitions(), List.of());
        return new IssueLife(reader, items, book).drafts(ListCrawl.Result.of(missing, state.items().issues()), List.of());
    }
}
