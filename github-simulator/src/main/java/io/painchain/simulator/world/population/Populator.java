package io.painchain.simulator.world.population;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** Fills a repository with things that happened one after the other, the last of them now; the same seed makes the same. */
public final class Populator {

    private static final List<String> PEOPLE = List.of("alice", "bob", "carol", "dave", "erin");

    private final Repository repository;
    private final Random random;
    private final Duration apart;
    private Instant moment;

    private Populator(Repository repository, Population wanted) {
        this.repository = repository;
        this.random = new Random(wanted.seed());
        this.apart = wanted.apart();
        this.moment = repository.world().now().minus(apart.multipliedBy(wanted.things()));
    }

    public static void populate(Repository repository, Population wanted) {
        Populator populator = new Populator(repository, wanted);
        repository.write(() -> {
            for (int i = 1; i <= wanted.pushes(); i++) {
                populator.push(i);
            }
            for (int i = 1; i <= wanted.issues(); i++) {
                populator.issue(i);
            }
            for (int i = 1; i <= wanted.pulls(); i++) {
                populator.pull(i);
            }
            for (int i = 1; i <= wanted.releases(); i++) {
                populator.release(i);
            }
            for (int i = 1; i <= wanted.endlessRuns(); i++) {
                populator.start();
            }
            for (int i = 1; i <= wanted.runs(); i++) {
                populator.run();
            }
        });
    }

    private void push(int index) {
        repository.git().push(repository.defaultBranch(), List.of(new NewCommit("Change number " + index)), next());
    }

    private void issue(int index) {
        Issue issue = repository.issues().open(new NewIssue("Issue number " + index, "Seen once.", List.of()), next());
        if (random.nextInt(3) == 0) {
            repository.issues().close(issue.number(), "completed", here());
        }
    }

    private void pull(int index) {
        String head = "change-" + index + "-" + Long.toHexString(random.nextLong());
        PullRequest pull = repository.pulls().open(new NewPull("Pull request number " + index, head), next());
        switch (random.nextInt(4)) {
            case 0 -> repository.issues().close(pull.number(), null, here());
            case 1 -> repository.pulls().merge(pull.number(), MergeMethod.SQUASH, here());
            case 2 -> repository.pulls().review(pull.number(), Review.APPROVED, "Good.", here());
            default -> {
                // stays open and unread
            }
        }
    }

    private void release(int index) {
        String tag = "v0." + repository.releases().newestFirst().size() + "." + index;
        repository.releases().create(new NewRelease(tag), next());
    }

    private void run() {
        WorkflowRun run = start();
        repository.runs().complete(run.id(), random.nextInt(5) == 0 ? "failure" : "success",
                By.user(run.actor().login()).at(moment.plusSeconds(60)));
    }

    private WorkflowRun start() {
        return repository.runs().start(new NewRun("CI", repository.defaultBranch()), next());
    }

    private By next() {
        moment = moment.plus(apart);
        return here();
    }

    private By here() {
        return By.user(PEOPLE.get(random.nextInt(PEOPLE.size()))).at(moment);
    }
}
