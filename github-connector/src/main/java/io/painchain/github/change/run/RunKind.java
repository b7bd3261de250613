package io.painchain.github.change.run;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.kind.Cadence;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.kind.SliceType;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.Vouching;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.GitHubKind;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.github.repository.SourceSetup;
import io.painchain.github.webhook.HookPayload;

public final class RunKind extends GitHubKind<RunsState> {

    public static final RunKind KIND = new RunKind();

    private RunKind() {
        super("runs", "workflow runs", new SliceType<>(RunsState.class, RunsState.UNREAD, RunsState::forgetTags),
                LedgerSource.of("runs", Set.of("workflow_run"), "workflow runs"));
    }

    @Override
    public RunsState asOf(RunsState slice, Instant moment) {
        return new RunsState(ListState.since(moment), Map.of());
    }

    @Override
    public Cadence cadence(Cadences cadences) {
        return Cadence.every(Duration.ZERO);
    }

    @Override
    public Vouching vouching() {
        return Vouching.NONE;
    }

    @Override
    public Source<RunsState, RepositoryReader> source(SourceSetup setup) {
        return new RunsSource(setup.clock());
    }

    @Override
    public boolean goesOnSince(RunsState slice, Instant moment) {
        return slice.goesOnSince(moment);
    }

    @Override
    public Set<String> hookEvents() {
        return Set.of("workflow_run");
    }

    @Override
    public Optional<HookReading> ofHook(HookPayload payload, RepositoryScope scope, RunsState slice) throws IOException {
        return payload.is("workflow_run")
                ? Optional.of(HookedRuns.read(payload.record("workflow_run", WorkflowRun.class), scope, slice))
                : Optional.empty();
    }

    @Override
    public List<TestedRead> tested() {
        return List.of(TestedRead.of(3, "runs", "/actions/runs", "actions"));
    }
}
