package io.painchain.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.painchain.simulator.story.Pace;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/**
 * What the demo is there to explain: a risky change of payments goes out, checks fail in two services, customers
 * notice, the change is reverted.
 */
final class IncidentStory {

    static final String RISKY_CHANGE = "Retry card authorisations through the new gateway client";
    static final String SYMPTOM = "About one in five card payments fails with 502";

    private static final String AUTHOR = "dkowalski";
    private static final String ON_CALL = "priya-n";
    private static final String CLIENT = "src/main/java/io/acme/payments/gateway/GatewayClient.java";

    private final Stage stage;
    private final Timetable timetable;
    private final Delivery delivery;
    private final Instant end;
    private PullRequest risky;
    private PullRequest revert;
    private Issue symptom;

    /** It is over at {@code end}, having begun to hurt about three quarters of an hour before. */
    IncidentStory(Stage stage, Timetable timetable, Pace pace, Instant end) {
        this.stage = stage;
        this.timetable = timetable;
        this.delivery = new Delivery(stage, timetable, pace);
        this.end = end;
    }

    void plan() {
        Repository payments = stage.repository("payments");
        before(190, at -> risky = open(payments, RISKY_CHANGE, "gateway-retries", AUTHOR,
                "Moves authorisations to the new client and retries timeouts up to three times.", at));
        before(188, at -> checks(payments, "CI", risky, "success", at));
        before(70, at -> approve(payments, risky, "marcosilva", at));
        before(62, at -> merge(payments, risky, AUTHOR, at));
        before(56, at -> delivery.release("payments", stage.nextVersion("payments"), "* " + RISKY_CHANGE, AUTHOR, at));
        before(47, at -> scheduled(payments, "Smoke tests", "failure", at));
        before(44, at -> symptom = payments.issues().open(new NewIssue(SYMPTOM,
                "Alerts from checkout since a few minutes. Retrying helps, mostly.", List.of("incident")),
                By.user(ON_CALL).at(at)));
        before(41, at -> scheduled(stage.repository("web"), "End-to-end tests", "failure", at));
        before(37, at -> scheduled(payments, "Smoke tests", "failure", at));
        planRecovery(payments);
    }

    private void planRecovery(Repository payments) {
        before(35, at -> payments.issues().comment(symptom.number(),
                "Began with the last release of payments. Reverting #" + risky.number() + ".", By.user(ON_CALL).at(at)));
        before(34, at -> revert = open(payments, "Revert \"" + RISKY_CHANGE + "\"", "revert-gateway-retries", ON_CALL,
                "Reverts #" + risky.number() + ".", at));
        before(33, at -> checks(payments, "CI", revert, "success", at));
        before(31, at -> approve(payments, revert, AUTHOR, at));
        before(30, at -> merge(payments, revert, ON_CALL, at));
        before(27, at -> delivery.release("payments", stage.fixVersion("payments"), "* Revert: " + RISKY_CHANGE,
                ON_CALL, at));
        before(17, at -> scheduled(payments, "Smoke tests", "success", at));
        before(11, at -> scheduled(stage.repository("web"), "End-to-end tests", "success", at));
        before(9, at -> payments.issues().close(symptom.number(), "completed", By.user(ON_CALL).at(at)));
        before(1, at -> payments.issues().open(new NewIssue("Retry only requests that the gateway has not accepted",
                "Follow-up of #" + symptom.number() + ".", List.of("bug")), By.user(AUTHOR).at(at)));
    }

    private void before(int minutes, Consumer<Instant> step) {
        timetable.plan(end.minus(Duration.ofMinutes(minutes)), step);
    }

    private static PullRequest open(Repository repository, String title, String branch, String login, String body,
            Instant at) {
        NewCommit commit = new NewCommit(title, List.of(FileChange.modified(CLIENT, 184, 61)));
        return repository.pulls().open(new NewPull(title, branch).body(body).commits(commit), By.user(login).at(at));
    }

    private static void checks(Repository repository, String workflow, PullRequest pull, String conclusion, Instant at) {
        By author = By.user(pull.issue().author().login());
        WorkflowRun run = repository.runs().start(NewRun.forPull(workflow, pull), author.at(at));
        repository.runs().complete(run.id(), conclusion, author.at(at.plusSeconds(55)));
    }

    private static void approve(Repository repository, PullRequest pull, String reviewer, Instant at) {
        repository.pulls().review(pull.number(), Review.APPROVED, "", By.user(reviewer).at(at));
    }

    private void merge(Repository repository, PullRequest pull, String login, Instant at) {
        repository.pulls().merge(pull.number(), MergeMethod.SQUASH, By.user(login).at(at));
        WorkflowRun run = repository.runs().start(new NewRun("CI", "main").jobs("build", "integration-tests"),
                By.user(login).at(at));
        repository.runs().complete(run.id(), "success", By.user(login).at(at.plusSeconds(95)));
    }

    private void scheduled(Repository repository, String workflow, String conclusion, Instant at) {
        WorkflowRun run = repository.runs().start(
                new NewRun(workflow, "main").event("schedule").titled(workflow), stage.bot(at));
        repository.runs().complete(run.id(), conclusion, stage.bot(at.plusSeconds(80)));
    }
}
