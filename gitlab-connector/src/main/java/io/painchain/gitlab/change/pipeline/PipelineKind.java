package io.painchain.gitlab.change.pipeline;

import java.io.IOException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.api.graphql.ProbeQuery;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.api.record.ci.Pipeline;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.SourceSetup;
import io.painchain.gitlab.webhook.HookPayload;

public final class PipelineKind extends GitLabKind<PipelinesState> {

    static final String SOURCE = "pipelines";
    public static final PipelineKind KIND = new PipelineKind();

    /** A job is shown when its pipeline ends, so its time does not say whether it is late. */
    private PipelineKind() {
        super(SOURCE, "pipelines",
                new SliceType<>(PipelinesState.class, PipelinesState.UNREAD, slice -> slice.with(slice.list().forgetTags())),
                LedgerSource.of(SOURCE, Set.of("pipeline", "job"), "pipelines")
                        .dated(draft -> draft.type().equals("pipeline")));
    }

    @Override
    public PipelinesState asOf(PipelinesState slice, Instant moment) {
        return slice.with(ListState.since(moment));
    }

    @Override
    public Set<String> marks() {
        return Set.of(ProbeQuery.PIPELINES);
    }

    /** A push starts most pipelines, and jobs make most deployments. */
    @Override
    public Set<String> movesAlso() {
        return Set.of("pushes", "deployments");
    }

    @Override
    public boolean goesOnSince(PipelinesState slice, Instant moment) {
        return slice.goesOnSince(moment);
    }

    @Override
    public Source<PipelinesState, ProjectReader> source(SourceSetup setup) {
        return new PipelinesSource();
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, ProjectScope scope) throws IOException {
        if (payload.is("build")) {
            return Optional.of("failed".equals(payload.text("build_status"))
                    ? HookReading.hint("A failed job is told when its pipeline ends")
                    : HookReading.ignored("A job is part of its pipeline, which has events of its own"));
        }
        if (!payload.is("pipeline")) {
            return Optional.empty();
        }
        Lookup lookup = new Lookup("pipeline-" + scope.identity() + "-" + payload.id(), reached(payload.named("status")));
        return Optional.of(HookReading.lookedUp(lookup, "The list of pipelines does not show this state yet"));
    }

    /** A delivery may be late, so what follows its state counts as well. */
    private static Set<String> reached(String status) {
        Set<String> states = new HashSet<>(Set.of(status));
        if (!Pipeline.TERMINAL.contains(status)) {
            states.addAll(Pipeline.TERMINAL);
            if (!"running".equals(status)) {
                states.add("running");
            }
        }
        return states;
    }

    @Override
    public List<Feature> features() {
        return List.of(Feature.of(SOURCE, "/pipelines", Project::buildsAccessLevel));
    }
}
