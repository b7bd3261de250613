package io.painchain.gitlab.change.push;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.FeedEvent;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

/** Checks that each line of the feed that names its ref is stored. */
final class SweptFeed extends SweptRecords<FeedEvent, PushesState, ProjectReader> {

    SweptFeed() {
        super(PushKind.KIND, PushKind.PUSHES, PushesSource.LIST, new Shape<>(FeedEvent.class, null, FeedEvent::createdAt));
    }

    /** A repetition is recognized by what preceded it, so all are read in order. */
    @Override
    public List<SweptItem<FeedEvent>> items(ProjectReader reader, Known<PushesState> known, List<FeedEvent> events) {
        Map<String, Long> movements = new HashMap<>(known.slice().movements());
        List<SweptItem<FeedEvent>> items = new ArrayList<>();
        events.stream().sorted(Comparator.comparing(FeedEvent::id)).forEach(event -> {
            List<EventDraft> drafts = drafts(reader, event, movements, false);
            if (!drafts.isEmpty()) {
                items.add(new SweptItem<>(event, event.createdAt(), event.id().toString(),
                        () -> drafts.stream().map(Drafts::probing).toList()));
            }
        });
        return items;
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<PushesState> known, List<FeedEvent> missing) {
        Map<String, Long> movements = new HashMap<>(known.slice().movements());
        return missing.stream().sorted(Comparator.comparing(FeedEvent::id))
                .flatMap(event -> drafts(reader, event, movements, true).stream()).toList();
    }

    private static List<EventDraft> drafts(ProjectReader reader, FeedEvent event, Map<String, Long> movements,
            boolean compared) {
        RefBook book = new RefBook(PushesState.UNREAD);
        book.take(event);
        PushDrafts drafts = new PushDrafts(reader, movements);
        List<EventDraft> found = drafts.of(book, compared);
        movements.putAll(drafts.toKeep());
        return found;
    }
}
