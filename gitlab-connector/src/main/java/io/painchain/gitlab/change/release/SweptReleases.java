package io.painchain.gitlab.change.release;

import java.util.List;

import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptRecords;
import io.painchain.connector.list.Digest;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptPages.Shape;
import io.painchain.gitlab.api.record.Release;
import io.painchain.gitlab.mapping.ReleaseMapper;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.model.event.EventDraft;

final class SweptReleases extends SweptRecords<Release, ReleasesState, ProjectReader> {

    SweptReleases() {
        super(ReleaseKind.KIND, ReleaseKind.SOURCE, ReleasesSource.LIST,
                new Shape<>(Release.class, null, Release::createdAt));
    }

    @Override
    public List<SweptItem<Release>> items(ProjectReader reader, Known<ReleasesState> known, List<Release> releases) {
        return releases.stream().filter(release -> known.slice().wants(release.createdAt()))
                .map(release -> new SweptItem<>(release, release.createdAt(), Digest.of(release.toString()),
                        () -> List.of(ReleaseMapper.toDraft(reader.scope(), release, reader.now()))))
                .toList();
    }

    @Override
    public List<EventDraft> drafts(ProjectReader reader, Known<ReleasesState> known, List<Release> missing) {
        return List.of();
    }
}
