package io.painchain.github.change.release;

import java.time.Instant;
import java.util.List;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.Release;
import io.painchain.github.mapping.ReleaseMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Reads all pages, because the list has no order of time. */
public final class SweptReleases implements SweptSource<Release, ReleasesState, RepositoryReader> {

    private static final SweptPages.Shape<Release> SHAPE = new SweptPages.Shape<>(Release.class, null, null);

    @Override
    public ChangeKind<ReleasesState> owner() {
        return ReleaseKind.KIND;
    }

    @Override
    public String source() {
        return "releases";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("releases", "/releases?per_page=100", from));
    }

    @Override
    public SweptPages.Shape<Release> shape() {
        return SHAPE;
    }

    @Override
    public List<SweptItem<Release>> items(RepositoryReader reader, Known<ReleasesState> known, List<Release> releases) {
        return releases.stream().map(release -> new SweptItem<>(release, release.moment(),
                release.id() + ":" + release.draft() + ":" + release.updatedAt(),
                () -> List.of(ReleaseMapper.toDraft(reader.scope(), release, release.moment())))).toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<ReleasesState> known, List<Release> missing) {
        return missing.stream().map(release -> ReleaseMapper.toDraft(reader.scope(), release, reader.answeredAt())).toList();
    }
}
