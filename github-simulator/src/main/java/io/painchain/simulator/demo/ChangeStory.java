package io.painchain.simulator.demo;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.painchain.simulator.demo.Catalogue.Change;
import io.painchain.simulator.story.Pace;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** A change goes its way: opened, built, reviewed, corrected, merged, released, deployed. */
final class ChangeStory {

    private final Stage stage;
    private final Timetable timetable;
    private final Pace pace;
    private final Delivery delivery;
    private final Change change;
    private final String author;
    private final String reviewer;
    private final Repository repository;
    private final int number;

    ChangeStory(Stage stage, Timetable timetable, Pace pace, Change change) {
        this.stage = stage;
        this.timetable = timetable;
        this.pace = pace;
        this.delivery = new Delivery(stage, timetable, pace);
        this.change = change;
        this.author = stage.somebody();
        this.reviewer = stage.somebodyBut(author);
        this.repository = stage.repository(change.service());
        this.number = stage.nextChange();
    }

    void open(Instant moment) {
        PullRequest pull = repository.pulls().open(new NewPull(change.title(), branch()).body(change.body())
                .commits(commit(change.title())), by(author, moment));
        repository.pulls().requestReview(pull.number(), reviewer, by(author, moment));
        build(pull.number(), moment, !stage.chance(0.2));
    }

    private void build(int number, Instant moment, boolean green) {
        PullRequest pull = repository.pulls().get(number);
        WorkflowRun run = repository.runs().start(NewRun.forPull("CI", pull), by(author, moment));
        timetable.plan(pace.after(moment, 1.5), at -> {
            repository.runs().complete(run.id(), green ? "success" : "failure", by(author, at));
            timetable.plan(pace.after(at, 1), green ? next -> review(number, next) : next -> fix(number, next));
        });
    }

    private void fix(int number, Instant moment) {
        repository.git().push(branch(), List.of(commit("Fix the failing test")), by(author, moment));
        build(number, moment, true);
    }

    private void review(int number, Instant moment) {
        if (stage.chance(0.2)) {
            repository.pulls().review(number, Review.CHANGES_REQUESTED, "Please add a test for the empty case.",
                    by(reviewer, moment));
            timetable.plan(pace.after(moment, 1), at -> fix(number, at));
            return;
        }
        repository.pulls().review(number, Review.APPROVED, stage.chance(0.5) ? "Looks good." : "", by(reviewer, moment));
        timetable.plan(pace.after(moment, 1), at -> end(number, at));
    }

    private void end(int number, Instant moment) {
        if (stage.chance(0.07)) {
            repository.issues().comment(number, "Not needed any more.", by(author, moment));
            repository.issues().close(number, null, by(author, moment));
            return;
        }
        repository.pulls().merge(number, MergeMethod.SQUASH, by(author, moment));
        repository.pulls().deleteHead(number, by(author, moment));
        delivery.buildMain(change.service(), author, moment, () -> ship(number, moment));
    }

    private void ship(int number, Instant merged) {
        if (stage.chance(0.5)) {
            timetable.plan(pace.after(merged, 4), at -> delivery.release(change.service(),
                    stage.nextVersion(change.service()), "* " + change.title() + " (#" + number + ")", author, at));
        }
    }

    private NewCommit commit(String message) {
        return new NewCommit(message,
                List.of(FileChange.modified(change.file(), stage.upTo(60), stage.upTo(20))));
    }

    private String branch() {
        return author + "/" + change.title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                + "-" + number;
    }

    private static By by(String login, Instant moment) {
        return By.user(login).at(moment);
    }
}
