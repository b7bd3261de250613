package io.painchain.gitlab.change.issue;

import java.util.List;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

final class IssuesSource implements Source<ListState, ProjectReader> {

    static final String LIST = "/issues?scope=all&state=all&order_by=updated_at&sort=desc&per_page=100";

    private static final ListRule<Issue> RULE = new ListRule<>("issues", Issue.class, null, issue -> issue.iid().toString(),
            Issue::updatedAt, issue -> true).upTo(ProjectReader::updatedUpTo);
    /** A first sync reads steps and labels of this many. */
    private static final int WHOLE_IN_FIRST_SYNC = 10;

    @Override
    public Crawl<ListState> read(ProjectReader reader, Known<ListState> known) {
        ListState slice = known.slice();
        ListCrawl.Result<Issue> result = ListCrawl.of(reader, LIST, RULE, slice);
        if (result.notModified()) {
            return Crawl.unchanged(slice);
        }
        return new Crawl<>(drafts(reader, slice, result.news()), result.unreadable(), result.state()).with(result.gap())
                .covering(IssueKind.SOURCE, result.from());
    }

    @Override
    public Crawl<ListState> again(ProjectReader reader, Known<ListState> known, OpenRecord open) {
        Issue issue = reader.read("/issues/" + open.record(), Issue.class);
        return new Crawl<>(drafts(reader, ListState.sinceEver(), List.of(issue)), List.of(), known.slice());
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return List.of(new SweptIssues());
    }

    static List<EventDraft> drafts(ProjectReader reader, ListState known, List<Issue> news) {
        List<Issue> whole = known.neverRead() ? news.stream().limit(WHOLE_IN_FIRST_SYNC).toList() : news;
        return news.stream().flatMap(issue -> new IssueLife(reader, known, issue, whole.contains(issue)).drafts().stream())
                .toList();
    }
}
