package io.painchain.simulator.day;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.Issues;
import io.painchain.simulator.world.issue.NewIssue;

/** An issue: reported, labelled, talked about, closed and sometimes not done with. */
final class IssueStory implements Story {

    private final Scene scene;
    private final Issues issues;

    IssueStory(Scene scene) {
        this.scene = scene;
        this.issues = scene.repository().issues();
    }

    @Override
    public void begin(Instant at) {
        List<String> labels = scene.chance(0.5) ? List.of("bug") : List.of();
        Issue issue = issues.open(new NewIssue("Payments are slow, " + scene.nextNumber(), "Since this morning.", labels),
                scene.somebody(at));
        int number = issue.number();
        scene.later(at, 5, 60, then -> {
            issues.comment(number, "I see it, too.", scene.somebody(then));
            issues.label(number, "confirmed", scene.somebody(then));
            scene.later(then, 10, 240, done -> close(number, done));
        });
    }

    private void close(int number, Instant at) {
        issues.close(number, scene.chance(0.8) ? "completed" : "not_planned", scene.somebody(at));
        if (scene.chance(0.25)) {
            scene.later(at, 5, 120, again -> {
                issues.reopen(number, scene.somebody(again));
                scene.later(again, 10, 120, done -> close(number, done));
            });
        }
    }
}
