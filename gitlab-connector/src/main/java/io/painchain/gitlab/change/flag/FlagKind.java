package io.painchain.gitlab.change.flag;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;

/** Only the last change of a flag can be seen, so no ledger line vouches for them. */
public final class FlagKind extends GitLabKind<FlagsState> {

    private static final String SOURCE = "feature_flags";
    public static final FlagKind KIND = new FlagKind();

    private static final Duration SELDOM = Duration.ofHours(6);

    private FlagKind() {
        super(SOURCE, "feature flags", new SliceType<>(FlagsState.class, FlagsState.UNREAD, UnaryOperator.identity()));
    }

    @Override
    public FlagsState asOf(FlagsState slice, Instant moment) {
        return slice;
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(SELDOM);
    }

    @Override
    public Vouching vouching() {
        return Vouching.NONE;
    }

    @Override
    public boolean reachesBack() {
        return false;
    }

    @Override
    public Source<FlagsState, ProjectReader> source(SourceSetup setup) {
        return new FlagsSource();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        return payload.is("feature_flag")
                ? Optional.of(HookReading.lookedUp(new Lookup("flag-" + scope.identity() + "-" + payload.named("name") + "@"),
                        "The list of feature flags does not show the change yet"))
                : Optional.empty();
    }

    @Override
    public List<Feature> features() {
        return List.of(new Feature(SOURCE, "/feature_flags", Project::featureFlagsAccessLevel, Feature.DEVELOPER));
    }
}
