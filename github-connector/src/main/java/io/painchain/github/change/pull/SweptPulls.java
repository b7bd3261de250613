package io.painchain.github.change.pull;

import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.draft.Transition;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListState;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.User;
import io.painchain.github.change.transition.KnownTransitions;
import io.painchain.github.change.transition.Numbering;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.PullRequestMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Checks that each pull request's opening and merge are stored. */
public final class SweptPulls extends SweptRecords<PullRequest, WorkItemsState, RepositoryReader> {

    public SweptPulls(ChangeKind<WorkItemsState> owner) {
        super(owner, "pulls", "/pulls?state=all&sort=created&direction=desc&per_page=100",
                new Shape<>(PullRequest.class, null, PullRequest::createdAt));
    }

    @Override
    public List<SweptItem<PullRequest>> items(RepositoryReader reader, Known<WorkItemsState> known, List<PullRequest> pulls) {
        return pulls.stream().map(pull -> new SweptItem<>(pull, pull.createdAt(), pull.number() + ":" + pull.merged(),
                () -> probes(reader, pull))).toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<WorkItemsState> known, List<PullRequest> missing) {
        // Starts from the beginning, so that each step is drafted.
        ListState begun = ListState.sinceEver();
        WorkItemsState items = new WorkItemsState(begun, begun, known.slice().events(), known.slice().transitions(),
                known.slice().unnumbered());
        KnownTransitions book = new KnownTransitions(known.slice().transitions(), List.of());
        return new PullRequestDrafts(reader, items, book, numbering(known.slice()), new ArrayList<>())
                .drafts(ListCrawl.Result.of(missing, known.slice().pulls()), List.of());
    }

    private static Numbering numbering(WorkItemsState known) {
        return known.events().neverRead() ? Numbering.WITHHELD : Numbering.READ;
    }

    private static List<EventDraft> probes(RepositoryReader reader, PullRequest pull) {
        List<EventDraft> probes = new ArrayList<>();
        probes.add(PullRequestMapper.toDraft(reader.scope(), pull,
                Transition.opened(User.loginOf(pull.user()), pull.createdAt(), false),
                null));
        if (pull.merged()) {
            probes.add(PullRequestMapper.toDraft(reader.scope(), pull,
                    new Transition(Transition.Kind.merged, null, pull.mergedAt(), null, false), null));
        }
        return probes.stream().map(Drafts::probing).toList();
    }
}
