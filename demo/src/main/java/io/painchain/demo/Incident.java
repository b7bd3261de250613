package io.painchain.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.painchain.demo.Production.Build;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
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

/**
 * What the demo is there to explain: a change of payments is merged on GitHub, built, released, deployed through GitLab and
 * Argo CD, crashes in the cluster, and is rolled back.
 */
final class Incident {

    static final String DEPLOY_PROJECT = "acme/deploy";

    private static final String DEPLOY_ADDRESS = "https://gitlab.acme.example/" + DEPLOY_PROJECT + ".git";
    private static final String AUTHOR = "dkowalski";
    private static final String ON_CALL = "priya-n";
    private static final Duration AGAIN = Duration.ofMinutes(25);

    private final Repository payments;
    private final io.painchain.simulator.gitlab.world.World gitLab;
    private final Project deploy;
    private final Production production;
    private int count;

    Incident(World gitHub, io.painchain.simulator.gitlab.world.World gitLab, Production production) {
        this.payments = gitHub.repository("acme/payments");
        this.gitLab = gitLab;
        this.deploy = gitLab.createProject(DEPLOY_PROJECT);
        this.production = production;
        production.leave("payments");
    }

    void planAgainAndAgain(Instant moment) {
        production.timeline().at(moment, () -> {
            propose("v3." + ++count + ".0");
            planAgainAndAgain(moment.plus(AGAIN));
        });
    }

    private void propose(String version) {
        NewCommit commit = new NewCommit("Keep gateway connections open",
                List.of(FileChange.modified("src/main/java/io/acme/payments/gateway/Pool.java", 92, 17)));
        PullRequest pull = payments.pulls().open(new NewPull("Keep gateway connections open", "gateway-pool-" + count)
                .body("Saves a handshake for each authorisation.").commits(commit), by(AUTHOR));
        WorkflowRun run = payments.runs().start(NewRun.forPull("CI", pull), by(AUTHOR));
        later(8, () -> {
            payments.runs().complete(run.id(), "success", by(AUTHOR));
            payments.pulls().review(pull.number(), Review.APPROVED, "", by("marcosilva"));
        });
        later(14, () -> merge(pull, version));
    }

    private void merge(PullRequest pull, String version) {
        payments.pulls().merge(pull.number(), MergeMethod.SQUASH, by(AUTHOR));
        Build build = new Build("payments", version, pull.mergeCommitSha());
        production.crashes(build);
        WorkflowRun run = payments.runs().start(new NewRun("Build image", "main").on(build.commit())
                .titled("Build " + build.image()).jobs("build", "push"), by(AUTHOR));
        later(10, () -> {
            payments.runs().complete(run.id(), "success", by(AUTHOR));
            payments.releases().create(new NewRelease(version, build.commit(), "payments " + version.substring(1),
                    "* Keep gateway connections open (#" + pull.number() + ")\n\nImage: `" + build.image() + "`", false, false,
                    List.of()), by(AUTHOR));
        });
        later(16, () -> deploy(build));
    }

    private void deploy(Build build) {
        MergeRequest request = inGitLab(() -> {
            MergeRequest opened = deploy.mergeRequests().open(NewMergeRequest.of("Deploy payments " + build.version(),
                    "payments-" + build.version()), by(AUTHOR));
            return deploy.mergeRequests().merge(opened.iid(),
                    io.painchain.simulator.gitlab.world.merge.MergeMethod.MERGE, by(ON_CALL));
        });
        String commit = request.merged().mergeCommit();
        Pipeline pipeline = inGitLab(() -> deploy.pipelines().create(NewPipeline.of("main", "validate", "deploy").sha(commit)
                .named("Deploy " + build.image()), by(ON_CALL)));
        later(8, () -> {
            inGitLab(() -> deploy.pipelines().finish(pipeline.id(), "success", by(ON_CALL)));
            production.sync(build, DEPLOY_ADDRESS, commit);
        });
        later(70, this::notice);
    }

    private void notice() {
        Issue issue = payments.issues().open(new NewIssue("payments restarts again and again in prod",
                "Began with the last release. Rolling back.", List.of("incident")), by(ON_CALL));
        later(20, () -> production.rollBack("payments"));
        later(80, () -> payments.issues().close(issue.number(), "completed", by(ON_CALL)));
    }

    private <T> T inGitLab(Supplier<T> work) {
        return gitLab.alone(work);
    }

    private void later(int seconds, Runnable step) {
        production.timeline().after(Duration.ofSeconds(seconds), step);
    }

    private By by(String login) {
        return By.user(login).at(production.timeline().now());
    }
}
