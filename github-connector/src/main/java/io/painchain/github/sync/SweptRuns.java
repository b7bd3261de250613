package io.painchain.github.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.github.github.WorkflowRun;
import io.painchain.github.mapping.WorkflowRunMapper;
import io.painchain.model.EventDraft;

/**
 * Workflow runs, week by week: a week that is over changes only by a re-run, and each week is well below the 1,000 runs that a
 * filtered list shows.
 */
final class SweptRuns implements SweptSource<WorkflowRun> {

    private static final long WEEK = 7;

    private final RunsSource runs;
    private final SweptPages<WorkflowRun> pages = new SweptPages<>(WorkflowRun.class, "workflow_runs",
            WorkflowRun::createdAt);
    private final Map<String, List<WorkflowRun>> weeks = new HashMap<>();

    SweptRuns(RunsSource runs) {
        this.runs = runs;
    }

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public Optional<List<SweptItem<WorkflowRun>>> read(RepositoryReader reader, RepositoryState state, Instant from) {
        long first = Math.floorDiv(epochDay(from), WEEK);
        long last = Math.floorDiv(epochDay(reader.clock().instant()), WEEK);
        Map<String, List<WorkflowRun>> read = new LinkedHashMap<>();
        boolean changed = false;
        for (long week = last; week >= first; week--) {
            String path = "/actions/runs?per_page=100&created=" + LocalDate.ofEpochDay(week * WEEK) + ".."
                    + LocalDate.ofEpochDay(week * WEEK + WEEK - 1);
            Optional<List<WorkflowRun>> news = pages.read(reader, path, Instant.EPOCH);
            changed |= news.isPresent();
            read.put(path, news.orElseGet(() -> weeks.getOrDefault(path, List.of())));
        }
        weeks.clear();
        weeks.putAll(read);
        return changed ? Optional.of(read.values().stream().flatMap(List::stream)
                .filter(run -> !run.createdAt().isBefore(from)).map(run -> item(reader, run)).toList()) : Optional.empty();
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, RepositoryState state, List<WorkflowRun> missing) {
        return runs.drafts(reader, missing, new RunsState(
                new ListState(null, null, Instant.EPOCH, null, Map.of()), state.runs().known()));
    }

    /** One that goes on is followed from now on. */
    @Override
    public RepositoryState after(RepositoryState state, List<WorkflowRun> missing) {
        Map<Long, RunMark> marks = new HashMap<>(state.runs().known());
        missing.stream().filter(run -> !run.finished()).forEach(run -> marks.put(run.id(), RunMark.of(run)));
        return state.with(new RunsState(state.runs().list(), marks));
    }

    private static SweptItem<WorkflowRun> item(RepositoryReader reader, WorkflowRun run) {
        List<EventDraft> probes = new ArrayList<>();
        probes.add(WorkflowRunMapper.toDraft(reader.scope(), run, null));
        return new SweptItem<>(run, run.createdAt(),
                run.id() + ":" + run.runAttempt() + ":" + run.status() + ":" + run.conclusion(),
                probes);
    }

    private static long epochDay(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }
}
