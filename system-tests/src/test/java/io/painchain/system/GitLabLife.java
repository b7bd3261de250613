package io.painchain.system;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.deployment.Deployment.NewDeployment;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;

/** Projects of a simulated GitLab in which something happens all the time, and what a timeline has to show of them. */
final class GitLabLife implements AutoCloseable {

    /** Statuses that are the provider's; those of other types are words of ours. */
    private static final Set<String> WITH_STATUS = Set.of("merge_request", "pipeline", "job", "deployment",
            "deployment_status", "issue");
    private static final List<By> PEOPLE = List.of(By.user("alice"), By.user("bob"), By.user("mia"));
    private static final String GROUP = "acme/life/";

    private final GitLabSimulator gitLab;
    private final List<Project> projects;
    private final Random random;
    private final Map<Project, Deque<Integer>> open = new java.util.HashMap<>();
    private final Map<Project, Deque<Long>> running = new java.util.HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private ScheduledFuture<?> going;
    private int number;

    GitLabLife(GitLabSimulator gitLab, int count, long seed) {
        this.gitLab = gitLab;
        this.random = new Random(seed);
        this.projects = IntStream.range(0, count).mapToObj(i -> gitLab.world().createProject(GROUP + "service-" + i)).toList();
        projects.forEach(project -> {
            open.put(project, new ArrayDeque<>());
            running.put(project, new ArrayDeque<>());
        });
    }

    List<String> names() {
        return projects.stream().map(Project::path).toList();
    }

    void begin(Duration every) {
        going = thread.scheduleAtFixedRate(() -> gitLab.world().alone(this::act), 0, every.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Lets nothing happen any more. */
    void end() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(10, TimeUnit.SECONDS) || !going.isCancelled()) {
            throw new AssertionError("what was to happen did not: " + going);
        }
    }

    /** External id → status; commits are of branches that nobody tracks. */
    Map<String, String> expected(Instant since) {
        var expected = new TreeMap<String, String>();
        Truth.of(gitLab.world(), since).stream().filter(event -> !event.type().equals("commit")).forEach(
                event -> expected.put(event.externalId(), WITH_STATUS.contains(event.type()) ? event.status() : null));
        return expected;
    }

    private int act() {
        var project = projects.get(random.nextInt(projects.size()));
        number++;
        switch (random.nextInt(8)) {
            case 0, 1 -> openMergeRequest(project);
            case 2 -> endMergeRequest(project);
            case 3 -> startPipeline(project);
            case 4 -> endPipeline(project);
            case 5 -> reportIssue(project);
            case 6 -> project.pushes().commit("main", List.of("Correct " + number), somebody());
            default -> deliver(project);
        }
        return number;
    }

    private void openMergeRequest(Project project) {
        open.get(project).add(
                project.mergeRequests().open(NewMergeRequest.of("Change " + number, "change-" + number), somebody()).iid());
    }

    private void endMergeRequest(Project project) {
        var iid = open.get(project).poll();
        if (iid == null) {
            return;
        }
        project.mergeRequests().approve(iid, somebody());
        if (random.nextInt(3) > 0) {
            project.mergeRequests().merge(iid, MergeMethod.MERGE, somebody());
        } else {
            project.mergeRequests().close(iid, somebody());
        }
    }

    private void startPipeline(Project project) {
        var pipeline = project.pipelines().create(NewPipeline.of("main", "build", "test"), somebody());
        running.get(project).add(project.pipelines().start(pipeline.id(), somebody()).id());
    }

    private void endPipeline(Project project) {
        var id = running.get(project).poll();
        if (id != null) {
            project.pipelines().finish(id, random.nextBoolean() ? "success" : "failed", somebody());
        }
    }

    private void reportIssue(Project project) {
        var issue = project.issues().open("Problem " + number, "issue", somebody());
        project.issues().label(issue.iid(), "bug", true, somebody());
        if (random.nextBoolean()) {
            project.issues().close(issue.iid(), somebody());
        }
    }

    private void deliver(Project project) {
        var tag = "v" + number;
        project.pushes().tag(tag, "main", null, somebody());
        project.releases().create(tag, tag, "Release " + tag, null, somebody());
        project.deployments().create(NewDeployment.of("main", "production"), "success", somebody());
    }

    private By somebody() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
