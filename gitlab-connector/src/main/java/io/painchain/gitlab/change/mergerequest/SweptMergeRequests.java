package io.painchain.gitlab.change.mergerequest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.graphql.MergeRequestFacts;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.User;
import io.painchain.gitlab.mapping.MergeRequestMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Checks that each merge request's opening and merge are stored. */
final class SweptMergeRequests extends SweptRecords<MergeRequest, ListState, ProjectReader> {

    SweptMergeRequests() {
        super(MergeRequestKind.KIND, MergeRequestKind.SOURCE, MergeRequestsSource.LIST,
                new Shape<>(MergeRequest.class, null, MergeRequest::updatedAt));
    }

    @Override
    public List<SweptItem<MergeRequest>> items(ProjectReader reader, Known<ListState> known, List<MergeRequest> requests) {
        Instant from = known.coveredFrom(source());
        return requests.stream()
                .map(request -> new SweptItem<>(request, request.updatedAt(), request.iid() + ":" + request.state() + ":"
                        + request.updatedAt(), () -> probes(reader, request, from)))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<ListState> known, List<MergeRequest> missing) {
        return MergeRequestsSource.drafts(reader, ListState.since(known.coveredFrom(source())), missing);
    }

    private static List<EventDraft> probes(ProjectReader reader, MergeRequest request, Instant from) {
        List<EventDraft> probes = new ArrayList<>();
        if (!request.createdAt().isBefore(from)) {
            probes.add(probe(reader, request,
                    Transition.opened(User.loginOf(request.author()), request.createdAt(), false)));
        }
        if (request.merged()) {
            probes.add(probe(reader, request, new Transition(Kind.merged, null, request.mergeTime(), null, false)));
        }
        return probes;
    }

    private static EventDraft probe(ProjectReader reader, MergeRequest request, Transition transition) {
        return Drafts.probing(
                MergeRequestMapper.toDraft(reader.scope(), request, transition, MergeRequestFacts.UNREAD, null));
    }
}
