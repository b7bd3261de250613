package io.painchain.simulator.demo;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.demo.Catalogue.Report;
import io.painchain.simulator.story.Pace;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;

/** Somebody reports something, somebody answers, most of it is closed. */
final class IssueStory {

    private final Stage stage;
    private final Timetable timetable;
    private final Pace pace;
    private final Report report;

    IssueStory(Stage stage, Timetable timetable, Pace pace, Report report) {
        this.stage = stage;
        this.timetable = timetable;
        this.pace = pace;
        this.report = report;
    }

    void open(Instant moment) {
        Repository repository = stage.repository(report.service());
        String reporter = stage.somebody();
        String owner = stage.somebodyBut(reporter);
        Issue issue = repository.issues().open(new NewIssue(report.title(), "", List.of()),
                By.user(reporter).at(moment));
        timetable.plan(pace.after(moment, 1),
                at -> repository.issues().label(issue.number(), report.label(), By.user(owner).at(at)));
        timetable.plan(pace.after(moment, 3), at -> repository.issues().comment(issue.number(),
                "I can reproduce this.", By.user(owner).at(at)));
        if (stage.chance(0.7)) {
            timetable.plan(pace.after(moment, 8),
                    at -> repository.issues().close(issue.number(), "completed", By.user(owner).at(at)));
        }
    }
}
