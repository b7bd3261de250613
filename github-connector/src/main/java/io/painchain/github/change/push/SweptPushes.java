package io.painchain.github.change.push;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.github.api.record.Activity;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

public final class SweptPushes extends SweptRecords<Activity, PushesState, RepositoryReader> {

    SweptPushes() {
        super(PushKind.KIND, "pushes", "/activity?per_page=100&time_period=month",
                new Shape<>(Activity.class, null, Activity::timestamp));
    }

    /** A repetition is recognized by what preceded it, so all are read in order. */
    @Override
    public List<SweptItem<Activity>> items(RepositoryReader reader, Known<PushesState> known, List<Activity> activities) {
        KnownMovements book = new KnownMovements(known.slice().movements(), known.slice().fromFeed());
        List<SweptItem<Activity>> items = new ArrayList<>();
        activities.stream().sorted(Comparator.comparing(Activity::timestamp)).forEach(activity -> {
            List<EventDraft> probes = probes(reader, activity, book);
            if (!probes.isEmpty()) {
                items.add(new SweptItem<>(activity, activity.timestamp(), activity.id().toString(), () -> probes));
            }
        });
        return items;
    }

    private static List<EventDraft> probes(RepositoryReader reader, Activity activity, KnownMovements book) {
        Instant at = activity.timestamp();
        List<EventDraft> probes = new ArrayList<>();
        Push.of(activity).ifPresent(push -> probes
                .add(PushMapper.toDraft(reader.scope(), push, null, book.repeats(push), at)));
        RefChange.of(activity).ifPresent(change -> probes.add(RefMapper.toDraft(reader.scope(), change, at)));
        return probes.stream().map(Drafts::probing).toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<PushesState> known, List<Activity> missing) {
        PushDrafts drafts = new PushDrafts(reader, known.slice().movements(), known.slice().fromFeed());
        Instant answeredAt = reader.answeredAt();
        List<EventDraft> found = new ArrayList<>(drafts.drafts(
                missing.stream().map(Push::of).flatMap(Optional::stream).toList(), answeredAt, false));
        missing.stream().map(RefChange::of).flatMap(Optional::stream)
                .forEach(change -> found.add(RefMapper.toDraft(reader.scope(), change, answeredAt)));
        return found;
    }
}
