package io.painchain.simulator.world.run;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;

/** The workflow runs of a repository. */
public final class WorkflowRuns {

    private static final Comparator<WorkflowRun> NEWEST_FIRST = Comparator.comparing(WorkflowRun::createdAt)
            .thenComparing(WorkflowRun::id).reversed();

    private final Repository repository;
    private final Map<Long, WorkflowRun> runs = new LinkedHashMap<>(0);
    private final Map<String, Workflow> workflows = new LinkedHashMap<>(0);
    private int lastNumber;

    public WorkflowRuns(Repository repository) {
        this.repository = repository;
    }

    /** By creation, which a re-run does not change. */
    public List<WorkflowRun> newestFirst() {
        return runs.values().stream().sorted(NEWEST_FIRST).toList();
    }

    public Collection<Workflow> workflows() {
        return workflows.values();
    }

    public Optional<WorkflowRun> find(long id) {
        return Optional.ofNullable(runs.get(id));
    }

    public WorkflowRun get(long id) {
        return find(id).orElseThrow(
                () -> new UnknownThingException("There is no run " + id + " in " + repository.fullName()));
    }

    public WorkflowRun start(NewRun draft, By by) {
        return repository.write(() -> {
            Git git = repository.git();
            String branch = draft.fork() == null ? draft.branch() : repository.defaultBranch();
            String sha = draft.sha() == null ? git.head(branch) : git.resolve(draft.sha());
            if (sha == null) {
                throw new UnknownThingException("There is no commit " + draft.sha() + " in " + repository.fullName());
            }
            List<PullRequest> pulls = draft.pullRequests().stream().map(repository.pulls()::get).toList();
            WorkflowRun run = new WorkflowRun(repository.world().ids().run(), ++lastNumber,
                    workflow(draft.workflow()), draft,
                    new WorkflowRun.RunOrigin(git.commits().get(sha), actor(by), when(by), pulls, head(draft)));
            run.attempts().add(attempt(1, draft.jobs(), draft.status(), by));
            runs.put(run.id(), run);
            return run;
        });
    }

    public void progress(long id, By by) {
        replaceLatest(id, attempt -> attempt.inProgress(when(by)));
    }

    /** Puts an unfinished run into a state such as {@code waiting} or {@code pending}. */
    public void hold(long id, String status, By by) {
        replaceLatest(id, attempt -> attempt.waiting(status, when(by)));
    }

    /** Ends it; without a conclusion it is completed, and what came of it is not yet known. */
    public void complete(long id, String conclusion, By by) {
        replaceLatest(id, attempt -> conclusion == null ? attempt.waiting("completed", when(by))
                : attempt.completed(conclusion, when(by)));
    }

    /** Says what came of a run that was completed without a conclusion. */
    public void conclude(long id, String conclusion, By by) {
        repository.write(() -> {
            WorkflowRun run = get(id);
            if (!run.latest().completed() || run.latest().conclusion() != null) {
                throw new ImpossibleChangeException("Run " + id + " is not completed without a conclusion");
            }
            run.replaceLatest(run.latest().completed(conclusion, when(by)));
        });
    }

    /** Moves its {@code updated_at} though nothing of it changed, as GitHub does weeks after a run's end. */
    public void touch(long id, By by) {
        repository.write(() -> get(id).replaceLatest(get(id).latest().touched(when(by))));
    }

    public void delete(long id) {
        repository.write(() -> runs.remove(get(id).id()));
    }

    /** Starts a new attempt of a completed run. */
    public void rerun(long id, By by) {
        repository.write(() -> {
            WorkflowRun run = get(id);
            RunAttempt last = run.latest();
            if (!last.completed()) {
                throw new ImpossibleChangeException("Run " + id + " is " + last.status());
            }
            List<String> jobs = last.jobs().stream().map(Job::name).toList();
            run.attempts().add(attempt(last.number() + 1, jobs, "in_progress", by));
        });
    }

    private void replaceLatest(long id, UnaryOperator<RunAttempt> change) {
        repository.write(() -> {
            WorkflowRun run = get(id);
            if (run.latest().completed()) {
                throw new ImpossibleChangeException("Run " + id + " is completed");
            }
            run.replaceLatest(change.apply(run.latest()));
        });
    }

    private Repository head(NewRun draft) {
        return draft.fork() == null ? repository : repository.world().fork(draft.fork());
    }

    private RunAttempt attempt(int number, List<String> jobs, String status, By by) {
        Instant moment = when(by);
        List<Job> queued = jobs.stream().map(name -> Job.queued(repository.world().ids().job(), name, moment)).toList();
        RunAttempt attempt = new RunAttempt(number, status, null, actor(by), moment, moment, queued);
        return status.equals("in_progress") ? attempt.inProgress(moment) : attempt;
    }

    private Workflow workflow(String name) {
        String file = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return workflows.computeIfAbsent(name, absent -> new Workflow(repository.world().ids().workflow(), name,
                ".github/workflows/" + file + ".yml"));
    }

    private Account actor(By by) {
        return repository.world().account(by.login());
    }

    private Instant when(By by) {
        return repository.world().when(by);
    }
}
