package io.painchain.system;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.git.Activity;
import io.painchain.simulator.world.git.ActivityType;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.IssueEvent;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.RunAttempt;
import io.painchain.simulator.world.run.WorkflowRun;

/**
 * What a timeline has to show of a repository, read from the world itself by the contract's table of external ids; but for
 * tags,
 * of which only the feed knows when they came about.
 */
final class ExpectedEvents {

    private ExpectedEvents() {
    }

    /** External id → status, of everything that happened at or after the moment. */
    static Map<String, String> of(Repository repository, String name, Instant since) {
        return repository.read(() -> {
            var expected = new TreeMap<String, String>();
            repository.pulls().all().forEach(pull -> addPull(expected, name, pull, since));
            repository.issues().all().forEach(issue -> addIssue(expected, name, issue, since));
            repository.issueEvents().newestFirst().stream().filter(event -> !event.createdAt().isBefore(since))
                    .forEach(event -> addTransition(expected, name, event, repository));
            repository.runs().newestFirst().forEach(run -> addRun(expected, name, run, since));
            repository.releases().newestFirst().stream()
                    .filter(release -> !release.draft() && !release.publishedAt().isBefore(since))
                    .forEach(release -> expected.put("release-%s-%d".formatted(name, release.id()),
                            release.prerelease() ? "prerelease" : "published"));
            repository.activities().newestFirst().stream().filter(activity -> !activity.timestamp().isBefore(since))
                    .filter(ExpectedEvents::isPush)
                    .forEach(activity -> expected.put(push(name, activity), null));
            repository.activities().newestFirst().stream().filter(activity -> !activity.timestamp().isBefore(since))
                    .forEach(activity -> addBranch(expected, name, activity));
            repository.deployments().newestFirst().forEach(deployment -> addDeployment(expected, name, deployment, since));
            return expected;
        });
    }

    private static void addPull(Map<String, String> expected, String name, PullRequest pull, Instant since) {
        var id = "pr-%s-%d#".formatted(name, pull.number());
        if (!pull.issue().createdAt().isBefore(since)) {
            expected.put(id + "opened", "open");
        }
        if (pull.merged() && !pull.mergedAt().isBefore(since)) {
            expected.put(id + "merged", "merged");
        }
        pull.reviews().stream().filter(review -> review.submittedAt() != null && !review.submittedAt().isBefore(since))
                .forEach(review -> expected.put(id + "review-" + review.id(),
                        review.state().toLowerCase(java.util.Locale.ROOT)));
    }

    private static void addIssue(Map<String, String> expected, String name, Issue issue, Instant since) {
        if (issue.pull() == null && !issue.createdAt().isBefore(since)) {
            expected.put("issue-%s-%d#opened".formatted(name, issue.number()), "open");
        }
    }

    private static void addTransition(Map<String, String> expected, String name, IssueEvent event, Repository repository) {
        var pull = repository.pulls().find(event.issue().number());
        var known = pull.isPresent() ? Stream.of("closed", "reopened") : Stream.of("closed", "reopened", "labeled");
        if (known.noneMatch(event.event()::equals)
                || event.event().equals("closed") && pull.isPresent() && isMerge(event, pull.get())) {
            return;
        }
        var prefix = pull.isPresent() ? "pr" : "issue";
        var status = event.event().equals("reopened") ? "open" : event.event().equals("closed") ? "closed" : null;
        expected.put("%s-%s-%d#%s-%d".formatted(prefix, name, event.issue().number(), event.event(), event.id()), status);
    }

    private static boolean isMerge(IssueEvent event, PullRequest pull) {
        return pull.merged() && !event.createdAt().isBefore(pull.mergedAt());
    }

    private static void addRun(Map<String, String> expected, String name, WorkflowRun run, Instant since) {
        for (RunAttempt attempt : run.attempts()) {
            if (!attempt.startedAt().isBefore(since)) {
                var suffix = attempt.number() == 1 ? "" : "#attempt-" + attempt.number();
                expected.put("workflow-%s-%d%s".formatted(name, run.id(), suffix),
                        attempt.conclusion() == null ? attempt.status() : attempt.conclusion());
            }
        }
    }

    private static void addBranch(Map<String, String> expected, String name, Activity activity) {
        var word = activity.type() == ActivityType.BRANCH_CREATION ? "created"
                : activity.type() == ActivityType.BRANCH_DELETION ? "deleted" : null;
        if (word != null) {
            expected.put("branch-%s-%s#%s@%s".formatted(name, activity.branch(), word,
                    activity.timestamp().truncatedTo(ChronoUnit.SECONDS)), word);
        }
    }

    private static void addDeployment(Map<String, String> expected, String name, Deployment deployment, Instant since) {
        var id = "deployment-%s-%d".formatted(name, deployment.id());
        if (!deployment.createdAt().isBefore(since)) {
            expected.put(id, "created");
        }
        deployment.statuses().stream().filter(status -> !status.createdAt().isBefore(since))
                .forEach(status -> expected.put(id + "#status-" + status.id(), status.state()));
    }

    private static boolean isPush(Activity activity) {
        return activity.type() == ActivityType.PUSH || activity.type() == ActivityType.FORCE_PUSH
                || activity.type() == ActivityType.PR_MERGE;
    }

    private static String push(String name, Activity activity) {
        return "push-%s-%s@%s..%s".formatted(name, activity.branch(), activity.before().substring(0, 12),
                activity.after().substring(0, 12));
    }

    /** The moment that a test's own happenings begin, in the seconds that GitHub keeps. */
    static Instant now(Repository repository) {
        return repository.world().now().truncatedTo(ChronoUnit.SECONDS);
    }
}
