package io.painchain.github.change.push;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.Activity;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;
import io.painchain.github.webhook.PolledList;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;

public final class PushKind extends GitHubKind<PushesState> {

    public static final PushKind KIND = new PushKind();
    /** The kind that replaces the activity where it may not be read. */
    static final String STAND_IN = "feed";
    private static final Set<String> ANNOUNCED_BY = Set.of("PushEvent", "CreateEvent", "DeleteEvent");
    private static final String FEED_ALONE = "only the events feed tells of pushes here; it leaves some out and comes up to six"
            + " hours late";

    private PushKind() {
        super("pushes", "pushes", new SliceType<>(PushesState.class, PushesState.UNREAD, PushesState::forgetTags),
                LedgerSource.of("pushes", Set.of("push", "branch"), "pushes"));
    }

    @Override
    public PushesState asOf(PushesState slice, Instant moment) {
        return new PushesState(ListState.since(moment), slice.movements(), false, null);
    }

    @Override
    public Source<PushesState, RepositoryReader> source(SourceSetup setup) {
        return new PushesSource();
    }

    @Override
    public Optional<String> leftTo(PushesState slice) {
        return slice.fromFeed() ? Optional.of(STAND_IN) : Optional.empty();
    }

    /** The activity covers the time before the feed replaced it. */
    @Override
    public List<Coverage.Gap> gaps(PushesState slice, Instant from, Instant to) {
        if (!slice.fromFeed()) {
            return List.of();
        }
        Instant since = slice.feedFloor() == null || slice.feedFloor().isBefore(from) ? from : slice.feedFloor();
        return List.of(new Coverage.Gap(since.isAfter(to) ? to : since, to, FEED_ALONE));
    }

    @Override
    public List<ProbeMark> probeMarks() {
        return List.of(new ProbeMark("pushes", "pushedAt", ""));
    }

    @Override
    public Instant shownUntil(PushesState slice, String mark) {
        return slice.fromFeed() ? null : slice.activity().watermark();
    }

    @Override
    public Set<String> movesAlso() {
        return Set.of("tags", "runs");
    }

    @Override
    public boolean isAnnouncedBy(FeedEvent event) {
        return ANNOUNCED_BY.contains(event.type()) && RefChange.of(event).filter(RefChange::isTag).isEmpty();
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("push", "create", "delete");
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, PushesState slice) throws IOException {
        return new HookedPushes(payload, scope, slice).read();
    }

    @Override
    public List<EventDraft> ofPolled(PolledList page, RepositoryScope scope) throws IOException {
        List<EventDraft> drafts = new ArrayList<>();
        if (page.list().equals("/activity")) {
            for (Activity activity : page.records(Activity.class)) {
                Push.of(activity).ifPresent(push -> drafts.add(PushMapper.toDraft(scope, push, null, false, push.at())));
                RefChange.of(activity).ifPresent(change -> drafts.add(RefMapper.toDraft(scope, change, change.at())));
            }
        }
        return drafts;
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(4, "pushes", "/activity", "contents"));
    }
}
