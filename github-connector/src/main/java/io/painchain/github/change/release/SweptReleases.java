package io.painchain.github.change.release;

import java.util.List;

import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.github.api.record.Release;
import io.painchain.github.mapping.ReleaseMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Reads all pages, because the list has no order of time. */
public final class SweptReleases extends SweptRecords<Release, ReleasesState, RepositoryReader> {

    SweptReleases() {
        super(ReleaseKind.KIND, "releases", "/releases?per_page=100", new Shape<>(Release.class, null, null));
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
