package io.painchain.github.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.draft.Drafts;
import io.painchain.connector.list.ListState;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweptItem;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.mapping.WorkflowRunMapper;
import io.painchain.model.event.EventDraft;

/**
 * Workflow runs, week by week: a week that is over changes only by a re-run, and each week is well below the 1,000 runs that a
 * filtered list shows.
 */
final class SweptRuns implements SweptSource<WorkflowRun> {

    private static final long WEEK = 7;
    private static final SweptPages.Shape<WorkflowRun> SHAPE = new SweptPages.Shape<>(WorkflowRun.class, "workflow_runs", null);

    private final RunsSource runs;

    SweptRuns(RunsSource runs) {
        this.runs = runs;
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
    public Optional<SweptPages<WorkflowRun>> read(RepositoryReader reader, RepositoryState state, SweptList list,
            List<PageTag> known) {
        return SweptPages.read(reader, list, known, SHAPE);
    }

    @Override
    public List<SweptItem<WorkflowRun>> items(RepositoryReader reader, RepositoryState state, List<WorkflowRun> shown) {
        return shown.stream().map(run -> new SweptItem<>(run, run.createdAt(),
                run.id() + ":" + run.runAttempt() + ":" + run.status() + ":" + run.conclusion(),
                () -> List.of(probe(reader, run, state.runs().known().get(run.id()))))).toList();
    }

    /** The end that is stored of a run stays, whenever its record changed since. */
    private static EventDraft probe(RepositoryReader reader, WorkflowRun run, RunMark mark) {
        EventDraft draft = WorkflowRunMapper.toDraft(reader.scope(), run, null);
        boolean followed = mark != null && !mark.finished();
        return run.finished() && !followed ? Drafts.probing(draft) : draft;
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
}
