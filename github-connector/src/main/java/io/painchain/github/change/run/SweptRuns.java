package io.painchain.github.change.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.SweptSource;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.mapping.WorkflowRunMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Sweeps by week, since only a re-run changes a past one. A filtered list shows 1,000 runs, so busy weeks are split. */
public final class SweptRuns implements SweptSource<WorkflowRun, RunsState, RepositoryReader> {

    private static final long WEEK = 7;
    private static final SweptPages.Shape<WorkflowRun> SHAPE = new SweptPages.Shape<>(WorkflowRun.class, "workflow_runs", null);

    private final RunsSource runs;

    SweptRuns(RunsSource runs) {
        this.runs = runs;
    }

    @Override
    public ChangeKind<RunsState> owner() {
        return RunKind.KIND;
    }

    @Override
    public String source() {
        return "runs";
    }

    @Override
    public List<SweptList> lists(Instant from, Instant now) {
        List<SweptList> weeks = new ArrayList<>();
        for (long week = SweptList.dayOf(now) / WEEK; week >= SweptList.dayOf(from) / WEEK; week--) {
            LocalDate first = LocalDate.ofEpochDay(week * WEEK);
            Instant begin = first.atStartOfDay(ZoneOffset.UTC).toInstant();
            Instant end = first.plusDays(WEEK).atStartOfDay(ZoneOffset.UTC).toInstant();
            weeks.add(new SweptList("runs " + first,
                    "/actions/runs?per_page=100&created=" + first + ".." + first.plusDays(WEEK - 1),
                    begin.isBefore(from) ? from : begin, end));
        }
        return weeks;
    }

    @Override
    public Optional<SweptPages<WorkflowRun>> read(RepositoryReader reader, Known<RunsState> known, SweptList list,
            List<PageTag> tags) {
        return new RunStretches(reader).read(list, tags);
    }

    @Override
    public SweptPages.Shape<WorkflowRun> shape() {
        return SHAPE;
    }

    @Override
    public List<SweptItem<WorkflowRun>> items(RepositoryReader reader, Known<RunsState> known, List<WorkflowRun> shown) {
        return shown.stream().map(run -> new SweptItem<>(run, run.createdAt(),
                run.id() + ":" + run.runAttempt() + ":" + run.status() + ":" + run.conclusion(),
                () -> List.of(probe(reader, run, known.slice().known().get(run.id()))))).toList();
    }

    /** The stored end stays, whenever the record changed since. */
    private static EventDraft probe(RepositoryReader reader, WorkflowRun run, RunMark mark) {
        EventDraft draft = WorkflowRunMapper.toDraft(reader.scope(), run, null);
        boolean followed = mark != null && !mark.finished();
        return run.finished() && !followed ? Drafts.probing(draft) : draft;
    }

    @Override
    public List<EventDraft> drafts(RepositoryReader reader, Known<RunsState> known, List<WorkflowRun> missing) {
        return runs.drafts(reader, missing, new RunsState(
                new ListState(null, null, Instant.EPOCH, null, Map.of()), known.slice().known()));
    }

    /** Unfinished runs are followed from now on. */
    @Override
    public RunsState after(RunsState slice, List<WorkflowRun> missing) {
        Map<Long, RunMark> marks = new HashMap<>(slice.known());
        missing.stream().filter(run -> !run.finished()).forEach(run -> marks.put(run.id(), RunMark.of(run)));
        return new RunsState(slice.list(), marks);
    }
}
