package io.painchain.github.sync;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.github.github.Activity;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.model.EventDraft;

/** The repository's activity: whether its pushes, and branches created and deleted, are there. */
final class SweptPushes implements SweptSource<Activity> {

    private final SweptPages<Activity> pages = new SweptPages<>(Activity.class, null, Activity::timestamp);

    @Override
    public String name() {
        return "pushes";
    }

    @Override
    public Optional<List<SweptItem<Activity>>> read(RepositoryReader reader, RepositoryState state, Instant from) {
        return pages.read(reader, "/activity?per_page=100&time_period=month", from).map(activities -> {
            MovementBook book = new MovementBook(state.pushes().movements(), state.pushes().fromFeed());
            List<SweptItem<Activity>> items = new ArrayList<>();
            activities.stream().sorted(Comparator.comparing(Activity::timestamp)).forEach(activity -> {
                List<EventDraft> probes = probes(reader, activity, book);
                if (!probes.isEmpty()) {
                    items.add(new SweptItem<>(activity, activity.timestamp(), activity.id().toString(), probes));
                }
            });
            return items;
        });
    }

    /** As of just before it happened, so that it never replaces what is stored. */
    private static List<EventDraft> probes(RepositoryReader reader, Activity activity, MovementBook book) {
        Instant before = activity.timestamp().minusNanos(1_000);
        List<EventDraft> probes = new ArrayList<>();
        Push.of(activity).ifPresent(push -> probes
                .add(PushMapper.toDraft(reader.scope(), push, null, book.repeats(push), before)));
        RefChange.of(activity).ifPresent(change -> probes.add(RefMapper.toDraft(reader.scope(), change, before)));
        return probes;
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<Activity> missing) {
        PushDrafts drafts = new PushDrafts(reader, state.pushes().movements(), state.pushes().fromFeed());
        Instant answeredAt = reader.answeredAt();
        List<EventDraft> found = new ArrayList<>(drafts.drafts(
                missing.stream().map(Push::of).flatMap(Optional::stream).toList(), answeredAt, false));
        missing.stream().map(RefChange::of).flatMap(Optional::stream)
                .forEach(change -> found.add(RefMapper.toDraft(reader.scope(), change, answeredAt)));
        return found;
    }
}
