package io.painchain.connector.taskhandler;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.model.event.Outcome;
import io.painchain.model.task.TaskProgress;
import io.painchain.model.validation.Limits;

public final class BackfillProgress {

    private static final int MOST = 10_000;

    private static final class State {
        private int steps;
        private int done;
        private boolean begun;
        private String error;
    }

    private final Progress progress;
    private final BackfillPlan plan;
    private final Supplier<Map<Outcome, Long>> tally;
    private final Map<Outcome, Long> before;
    private final Map<String, State> repositories = new LinkedHashMap<>();
    private Map<String, Object> resume;
    private int done;

    public BackfillProgress(Progress progress, BackfillPlan plan, Supplier<Map<Outcome, Long>> tally) {
        this.progress = progress;
        this.plan = plan;
        this.tally = tally;
        this.before = new EnumMap<>(Outcome.class);
        before.putAll(tally.get());
        plan.steps().forEach(step -> repositories.computeIfAbsent(step.repository(), name -> new State()).steps++);
    }

    public void begin(int earlier) {
        for (int i = 0; i < earlier; i++) {
            repositories.get(plan.steps().get(i).repository()).done++;
        }
        done = earlier;
    }

    public void step(int index, String note) {
        repositories.get(plan.steps().get(index).repository()).begun = true;
        progress.tell(done, plan.steps().size(), note, detail());
    }

    public void wait(String why) {
        progress.tell(done, plan.steps().size(), why, null);
    }

    public void goOn() {
        progress.goOn();
    }

    public void done(int index, String error) {
        BackfillPlan.Step step = plan.steps().get(index);
        State state = repositories.get(step.repository());
        state.done++;
        state.error = error == null ? state.error : state.error == null ? error : state.error + "; " + error;
        done = index + 1;
        resume = BackfillPlan.resumeAfter(step);
        progress.tellNow(done, plan.steps().size(), "Read " + step.kind() + " of " + step.repository(), detail());
    }

    /** Fails where nothing at all could be read. */
    public void end() {
        if (!repositories.isEmpty() && repositories.values().stream().allMatch(state -> state.error != null)) {
            throw new TaskFailedException(null, repositories.values().iterator().next().error);
        }
    }

    private TaskProgress.Detail detail() {
        Map<String, Long> counts = new TreeMap<>();
        tally.get().forEach((outcome, count) -> counts.put(outcome.name(), count - before.getOrDefault(outcome, 0L)));
        List<TaskProgress.Repository> shown = repositories.entrySet().stream().limit(MOST)
                .map(entry -> shown(entry.getKey(), entry.getValue())).toList();
        return new TaskProgress.Detail(counts, shown, resume);
    }

    private static TaskProgress.Repository shown(String name, State state) {
        boolean over = state.done == state.steps;
        String error = state.error == null || state.error.length() <= Limits.ERROR ? state.error
                : state.error.substring(0, Limits.ERROR - 1) + "…";
        return new TaskProgress.Repository(name,
                over ? error == null ? "done" : "failed" : state.begun || state.done > 0 ? "running" : "queued",
                state.done * 100 / state.steps, error);
    }
}
