package io.painchain.github.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.github.github.PullRequest;
import io.painchain.github.mapping.PullRequestMapper;
import io.painchain.github.mapping.Transition;
import io.painchain.model.EventDraft;

/** Pull requests by their creation: whether their opening and their merge are there. */
final class SweptPulls implements SweptSource<PullRequest> {

    private final SweptPages<PullRequest> pages = new SweptPages<>(PullRequest.class, null, PullRequest::createdAt);

    @Override
    public String name() {
        return "pulls";
    }

    @Override
    public Optional<List<SweptItem<PullRequest>>> read(RepositoryReader reader, RepositoryState state, Instant from) {
        return pages.read(reader, "/pulls?state=all&sort=created&direction=desc&per_page=100", from)
                .map(pulls -> pulls.stream().map(pull -> item(reader, pull)).toList());
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<PullRequest> missing) {
        // From the beginning, so that each step of their lives is told.
        ListState begun = new ListState(null, null, Instant.EPOCH.plus(ListCrawl.MARGIN), null, Map.of());
        WorkItemsState items = new WorkItemsState(begun, begun, state.items().events(), state.items().transitions(),
                state.items().unnumbered());
        TransitionBook book = new TransitionBook(state.items().transitions(), List.of());
        boolean numbered = !state.items().events().neverRead();
        return new PullRequestLife(reader, items, book, numbered, new ArrayList<>())
                .drafts(ListCrawl.Result.of(missing, state.items().pulls()), List.of());
    }

    private static SweptItem<PullRequest> item(RepositoryReader reader, PullRequest pull) {
        List<EventDraft> probes = new ArrayList<>();
        probes.add(PullRequestMapper.toDraft(reader.scope(), pull, Transition.opened(pull.user(), pull.createdAt(), false),
                null));
        if (pull.merged()) {
            probes.add(PullRequestMapper.toDraft(reader.scope(), pull,
                    new Transition(Transition.Kind.merged, null, pull.mergedAt(), null, false), null));
        }
        return new SweptItem<>(pull, pull.createdAt(), pull.number() + ":" + pull.merged(), probes);
    }
}
