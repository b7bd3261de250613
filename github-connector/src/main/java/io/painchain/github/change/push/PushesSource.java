package io.painchain.github.change.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.record.Activity;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Reads the repository's activity; the events feed replaces it where it is not available. */
public final class PushesSource implements Source<PushesState, RepositoryReader> {

    private static final ListRule<Activity> RULE = new ListRule<>("pushes", Activity.class, null,
            activity -> activity.id().toString(), Activity::timestamp, activity -> Push.of(activity).isPresent());

    @Override
    public Crawl<PushesState> read(RepositoryReader reader, Known<PushesState> known) {
        PushesState slice = known.slice();
        ListCrawl.Result<Activity> result;
        try {
            result = ListCrawl.of(reader, "/activity?per_page=100", RULE, slice.activity());
        } catch (ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
            return leaveToTheFeed(slice);
        }
        List<Push> pushes = result.news().stream().map(Push::of).flatMap(Optional::stream).toList();
        List<RefChange> refs = result.fresh().stream().map(RefChange::of).flatMap(Optional::stream)
                .limit(slice.activity().neverRead() ? ListCrawl.FIRST_SYNC : Long.MAX_VALUE).toList();
        PushDrafts drafts = new PushDrafts(reader, slice.movements(), slice.fromFeed());
        List<EventDraft> found = new ArrayList<>(drafts.drafts(pushes, result.answeredAt(), slice.activity().neverRead()));
        found.addAll(drafts.refDrafts(refs, result.answeredAt()));
        PushesState newState = new PushesState(result.state(), drafts.movements(), false, null);
        return new Crawl<>(found, result.unreadable(), newState).with(result.gap()).covering("pushes", result.from());
    }

    @Override
    public Crawl<PushesState> again(RepositoryReader reader, Known<PushesState> known, OpenRecord open) {
        Instant now = reader.clock().instant();
        PushDrafts drafts = new PushDrafts(reader, known.slice().movements(), known.slice().fromFeed());
        EventDraft draft = drafts.again(open, now);
        return new Crawl<>(List.of(draft), List.of(), known.slice());
    }

    @Override
    public List<SweptSource<?, ?, RepositoryReader>> swept() {
        return List.of(new SweptPushes());
    }

    /** Has the feed read anew, so that entries it showed before count for pushes. */
    private static Crawl<PushesState> leaveToTheFeed(PushesState known) {
        if (known.fromFeed()) {
            return Crawl.unchanged(known).withheld(List.of("pushes"));
        }
        PushesState onTheFeed = new PushesState(known.activity(), known.movements(), true,
                known.activity().neverRead() ? null : known.activity().watermark().minus(ListCrawl.MARGIN));
        return Crawl.unchanged(onTheFeed).withheld(List.of("pushes")).anew(PushKind.STAND_IN);
    }

}
