package io.painchain.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.git.ActivityType;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/** The addresses below a repository that tell more of one thing than its list does, each with the event that it belongs to. */
final class Details {

    private static final int SHORT = 12;

    private final String name;
    private final List<WithheldDetail> all = new ArrayList<>();

    private Details(String name) {
        this.name = name;
    }

    /** With paths below the repository, such as {@code /pulls/12/files}. */
    static List<WithheldDetail> of(Repository repository, Instant from) {
        Details details = new Details(repository.nameAt(from));
        return repository.read(() -> {
            repository.issues().all().forEach(details::thread);
            repository.runs().newestFirst().forEach(details::run);
            repository.activities().newestFirst().forEach(details::move);
            repository.releases().newestFirst()
                    .forEach(release -> details.add("release-", release.id(), "/releases/" + release.id()));
            repository.deployments().newestFirst().forEach(deployment -> details.add("deployment-", deployment.id(),
                    "/deployments/" + deployment.id(), "/deployments/" + deployment.id() + "/statuses"));
            return details.all;
        });
    }

    private void thread(Issue issue) {
        String ofIssue = "/issues/" + issue.number();
        if (issue.pull() == null) {
            add("issue-", issue.number(), ofIssue, ofIssue + "/events");
            return;
        }
        String ofPull = "/pulls/" + issue.number();
        add("pr-", issue.number(), ofPull, ofPull + "/files", ofPull + "/commits", ofPull + "/reviews",
                ofIssue + "/events");
    }

    private void run(WorkflowRun run) {
        String self = "/actions/runs/" + run.id();
        for (RunAttempt attempt : run.attempts()) {
            String event = "workflow-" + name + "-" + run.id() + (attempt.number() == 1 ? "" : "#attempt-" + attempt.number());
            String ofAttempt = self + "/attempts/" + attempt.number();
            Stream.of(self, ofAttempt, ofAttempt + "/jobs").forEach(path -> all.add(new WithheldDetail(path, event)));
            attempt.jobs().forEach(
                    job -> all.add(new WithheldDetail("/check-runs/" + job.id() + "/annotations", event)));
        }
    }

    private void move(Activity activity) {
        boolean push = activity.type() != ActivityType.BRANCH_CREATION && activity.type() != ActivityType.BRANCH_DELETION;
        if (push) {
            String event = "push-" + name + "-" + activity.branch() + "@" + activity.before().substring(0, SHORT) + ".."
                    + activity.after().substring(0, SHORT);
            all.add(new WithheldDetail("/compare/" + activity.before() + "..." + activity.after(), event));
            all.add(new WithheldDetail("/commits/" + activity.after(), event));
        }
    }

    private void add(String prefix, long id, String... paths) {
        Stream.of(paths).forEach(path -> all.add(new WithheldDetail(path, prefix + name + "-" + id)));
    }
}
