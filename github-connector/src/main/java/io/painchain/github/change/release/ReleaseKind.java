package io.painchain.github.change.release;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.graphql.ProbeMark;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.Release;
import io.painchain.github.mapping.ReleaseMapper;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;

public final class ReleaseKind extends GitHubKind<ReleasesState> {

    public static final ReleaseKind KIND = new ReleaseKind();

    private ReleaseKind() {
        super("releases", "releases", new SliceType<>(ReleasesState.class, ReleasesState.UNREAD, ReleasesState::forgetTags),
                LedgerSource.of("releases", Set.of("release"), "releases")
                        // An unpublished release has its commit's time.
                        .dated(release -> !"draft".equals(release.status())));
    }

    @Override
    public ReleasesState asOf(ReleasesState slice, Instant moment) {
        return new ReleasesState(List.of(), moment, Instant.EPOCH);
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(cadences.releases());
    }

    @Override
    public Source<ReleasesState, RepositoryReader> source(SourceSetup setup) {
        return new ReleasesSource();
    }

    @Override
    public List<ProbeMark> probeMarks() {
        return List.of(ProbeMark.newest("releases", "releases", "CREATED_AT", "createdAt updatedAt"));
    }

    @Override
    public Set<String> movesAlso() {
        return Set.of("tags");
    }

    @Override
    public boolean isAnnouncedBy(FeedEvent event) {
        return event.type().equals("ReleaseEvent");
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("release");
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, ReleasesState slice) throws IOException {
        if (!payload.is("release")) {
            return Optional.empty();
        }
        if ("deleted".equals(payload.action())) {
            return Optional.of(HookReading.ignored("A deleted release stays on the timeline"));
        }
        Release release = payload.record("release", Release.class);
        Instant asOf = release.updatedAt() == null ? release.moment() : release.updatedAt();
        return Optional.of(HookReading.drafted(ReleaseMapper.toDraft(scope, release, asOf)));
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(5, "releases", "/releases", "contents"));
    }
}
