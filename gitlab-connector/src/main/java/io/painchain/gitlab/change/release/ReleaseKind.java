package io.painchain.gitlab.change.release;

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
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.api.graphql.ProbeQuery;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;

public final class ReleaseKind extends GitLabKind<ReleasesState> {

    static final String SOURCE = "releases";
    public static final ReleaseKind KIND = new ReleaseKind();

    /** A release may be dated to any time, so that says nothing of when it came. */
    private ReleaseKind() {
        super(SOURCE, "releases", new SliceType<>(ReleasesState.class, ReleasesState.UNREAD, ReleasesState::forgetTags),
                LedgerSource.of(SOURCE, Set.of("release"), "releases").dated(release -> false));
    }

    @Override
    public ReleasesState asOf(ReleasesState slice, Instant moment) {
        return new ReleasesState(null, moment, moment);
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return new Cadence(cadences.releases(), false, true);
    }

    @Override
    public Set<String> marks() {
        return Set.of(ProbeQuery.RELEASES);
    }

    /** A release may make its tag. */
    @Override
    public Set<String> movesAlso() {
        return Set.of("pushes");
    }

    @Override
    public Source<ReleasesState, ProjectReader> source(SourceSetup setup) {
        return new ReleasesSource(false);
    }

    @Override
    public Source<ReleasesState, ProjectReader> past(SourceSetup setup, Instant from) {
        return new ReleasesSource(true);
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        if (!payload.is("release")) {
            return Optional.empty();
        }
        return Optional.of(switch (payload.action()) {
            case "delete" -> HookReading.ignored("A deleted release stays on the timeline");
            case "create" -> HookReading.lookedUp(new Lookup("release-" + scope.identity() + "-" + payload.named("tag")),
                    "The list of releases does not show it yet");
            default -> HookReading.hint("The next poll shows the release as it is now");
        });
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(SOURCE, "/releases", Project::releasesAccessLevel));
    }
}
