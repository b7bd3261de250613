package io.painchain.gitlab.change.mergerequest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** The list is by last change, so known ground ends the reading. */
final class MergeRequestsSource implements Source<ListState, ProjectReader> {

    static final String LIST = "/merge_requests?scope=all&state=all&order_by=updated_at&sort=desc&per_page=100";

    private static final ListRule<MergeRequest> RULE = new ListRule<>("merge requests", MergeRequest.class, null,
            request -> request.iid().toString(), MergeRequest::updatedAt, request -> true).upTo(ProjectReader::updatedUpTo);
    /** A first sync reads details of this many open ones only. */
    private static final int WHOLE_IN_FIRST_SYNC = 10;

    @Override
    public Crawl<ListState> read(ProjectReader reader, Known<ListState> known) {
        ListState slice = known.slice();
        ListCrawl.Result<MergeRequest> result = ListCrawl.of(reader, LIST, RULE, slice);
        if (result.notModified()) {
            return Crawl.unchanged(slice);
        }
        List<EventDraft> drafts = drafts(reader, slice, result.news());
        return new Crawl<>(drafts, result.unreadable(), result.state()).with(result.gap())
                .covering(MergeRequestKind.SOURCE, result.from());
    }

    @Override
    public Crawl<ListState> again(ProjectReader reader, Known<ListState> known, OpenRecord open) {
        MergeRequest request = reader.read("/merge_requests/" + open.record(), MergeRequest.class);
        return new Crawl<>(drafts(reader, ListState.sinceEver(), List.of(request)), List.of(), known.slice());
    }

    @Override
    public List<SweptSource<?, ?, ProjectReader>> swept() {
        return List.of(new SweptMergeRequests());
    }

    /** @param known what is older than its watermark was drafted before */
    static List<EventDraft> drafts(ProjectReader reader, ListState known, List<MergeRequest> news) {
        boolean first = known.neverRead();
        List<MergeRequest> whole = first ? news.stream().limit(WHOLE_IN_FIRST_SYNC).toList() : news;
        Map<Long, MergeRequestFacts> facts = new BulkFacts(reader).read(whole);
        List<EventDraft> drafts = new ArrayList<>();
        for (MergeRequest request : news) {
            boolean details = whole.contains(request);
            drafts.addAll(new MergeRequestLife(reader, known, request, details)
                    .drafts(Optional.ofNullable(facts.get(request.iid())).orElse(MergeRequestFacts.UNREAD)));
        }
        return drafts;
    }
}
