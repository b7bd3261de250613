package io.painchain.github.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.record.Activity;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;
import io.painchain.model.event.EventDraft;

/**
 * Pushes, and branches created and deleted, from the repository's activity; where that is not to be had the events feed tells
 * of them.
 */
final class PushesSource implements Source {

    private static final ListRule<Activity> RULE = new ListRule<>("pushes", Activity.class, null,
            activity -> activity.id().toString(), Activity::timestamp, activity -> Push.of(activity).isPresent());

    @Override
    public Crawl read(RepositoryReader reader, RepositoryState state) {
        PushesState known = state.pushes();
        ListCrawl.Result<Activity> result;
        try {
            result = ListCrawl.of(reader, "/activity?per_page=100", RULE, known.activity());
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            return leaveToTheFeed(state);
        }
        List<Push> pushes = result.news().stream().map(Push::of).flatMap(Optional::stream).toList();
        List<RefChange> refs = result.fresh().stream().map(RefChange::of).flatMap(Optional::stream)
                .limit(known.activity().neverRead() ? ListCrawl.FIRST_SYNC : Long.MAX_VALUE).toList();
        PushDrafts drafts = new PushDrafts(reader, known.movements(), known.fromFeed());
        List<EventDraft> found = new ArrayList<>(drafts.drafts(pushes, result.answeredAt(), known.activity().neverRead()));
        found.addAll(drafts.refDrafts(refs, result.answeredAt()));
        PushesState newState = new PushesState(result.state(), drafts.movements(), false, null);
        return new Crawl(found, result.unreadable(), state.with(newState).covering("pushes", result.from()),
                List.of());
    }

    /** The feed is read anew, so that what it showed before is not taken for known. */
    private static Crawl leaveToTheFeed(RepositoryState state) {
        PushesState known = state.pushes();
        if (known.fromFeed()) {
            return new Crawl(List.of(), List.of(), state, List.of(), List.of("pushes"));
        }
        RepositoryState onTheFeed = state.with(ListState.UNREAD).with(new PushesState(known.activity(), known.movements(), true,
                known.activity().neverRead() ? null : known.activity().watermark().minus(ListCrawl.MARGIN)));
        return new Crawl(List.of(), List.of(), onTheFeed, List.of(), List.of("pushes"));
    }

}
