package io.painchain.github.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.Release;
import io.painchain.github.mapping.ReleaseMapper;
import io.painchain.model.event.EventDraft;

/** Releases, all pages of them, because their list has no order of time. */
final class SweptReleases implements SweptSource<Release> {

    private static final SweptPages.Shape<Release> SHAPE = new SweptPages.Shape<>(Release.class, null, null);

    @Override
    public String source() {
        return "releases";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        return List.of(new SweptList("releases", "/releases?per_page=100", from));
    }

    @Override
    public Optional<SweptPages<Release>> read(RepositoryReader reader, RepositoryState state, SweptList list,
            List<PageTag> known) {
        return SweptPages.read(reader, list, known, SHAPE);
    }

    @Override
    public List<SweptItem<Release>> items(RepositoryReader reader, RepositoryState state, List<Release> releases) {
        return releases.stream().map(release -> new SweptItem<>(release, release.moment(),
                release.id() + ":" + release.draft() + ":" + release.updatedAt(),
                () -> List.of(ReleaseMapper.toDraft(reader.scope(), release, release.moment())))).toList();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<Release> missing) {
        return missing.stream().map(release -> ReleaseMapper.toDraft(reader.scope(), release, reader.answeredAt())).toList();
    }
}
