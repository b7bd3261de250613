package io.painchain.gitlab.change.issue;

import java.util.ArrayList;
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

final class IssuesSource implements Source<IssuesState, ProjectReader> {

    static final String LIST = "/issues?scope=all&state=all&order_by=updated_at&sort=desc&per_page=100";

    private static final ListRule<Issue> RULE = new ListRule<>("issues", Issue.class, null, issue -> issue.iid().toString(),
            Issue::updatedAt, issue -> true).upTo(ProjectReader::updatedUpTo);
    /** A first sync reads steps and labels of this many. */
    private static final int WHOLE_IN_FIRST_SYNC = 10;

    @Override
    public Crawl<IssuesState> read(ProjectReader reader, Known<IssuesState> known) {
        IssuesState slice = known.slice();
        ListCrawl.Result<Issue> result = ListCrawl.of(reader, LIST, RULE, slice.list());
        if (result.notModified() && slice.vanished().isEmpty()) {
            return Crawl.unchanged(slice);
        }
        DepartedIssues departed = new DepartedIssues(reader, slice.vanished());
        List<EventDraft> drafts = new ArrayList<>(drafts(reader, slice.list(), result.news()));
        drafts.addAll(departed.drafts());
        return new Crawl<>(drafts, result.unreadable(), slice.with(result.state()).showing(slice.shown(), departed.left()))
                .with(result.gap()).covering(IssueKind.SOURCE, result.from());
    }

    @Override
    public Crawl<IssuesState> again(ProjectReader reader, Known<IssuesState> known, OpenRecord open) {
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
