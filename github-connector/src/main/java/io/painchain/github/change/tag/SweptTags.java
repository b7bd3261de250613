package io.painchain.github.change.tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.mapping.RefChange;
import io.painchain.github.mapping.RefMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** GitHub has no list of tag changes, so the backend is compared with the checkpoint. */
public final class SweptTags implements SweptSource<RefChange, TagsState, RepositoryReader> {

    @Override
    public ChangeKind<TagsState> owner() {
        return TagKind.KIND;
    }

    @Override
    public String source() {
        return "tags";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("tags", null, from));
    }

    @Override
    public Optional<SweptPages<RefChange>> read(RepositoryReader reader, Known<TagsState> known, SweptList list,
            List<PageTag> tags) {
        List<RefChange> changes = new ArrayList<>();
        known.slice().tags().forEach((name, at) -> changes.add(change(name, true, Math.abs(at))));
        known.slice().gone().forEach((name, at) -> changes.add(change(name, false, at)));
        return Optional.of(new SweptPages<>(changes, List.of(), false));
    }

    @Override
    public SweptPages.Shape<RefChange> shape() {
        return null;
    }

    /** Uses the time that is part of the id; the feed may have corrected it since. */
    private static RefChange change(String name, boolean created, long epoch) {
        return RefChange.noticed("tag", name, created, Instant.ofEpochSecond(epoch), null);
    }

    @Override
    public List<SweptItem<RefChange>> items(RepositoryReader reader, Known<TagsState> known, List<RefChange> changes) {
        return changes.stream().map(change -> new SweptItem<>(change, change.reportedAt(),
                change.name() + ":" + change.created() + ":" + change.reportedAt(),
                () -> List.of(Drafts.probing(RefMapper.toDraft(reader.scope(), change, change.reportedAt()))))).toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<TagsState> known, List<RefChange> missing) {
        return TagListing.read(reader, known.slice(), true).withCommits(reader, missing).stream()
                .map(change -> RefMapper.toDraft(reader.scope(), change, change.reportedAt())).toList();
    }
}
