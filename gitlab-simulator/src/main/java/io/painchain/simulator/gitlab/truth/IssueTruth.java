package io.painchain.simulator.gitlab.truth;

import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.project.Project;

/** Issues and incidents: opened, closed, reopened, labelled. */
final class IssueTruth {

    private IssueTruth() {
    }

    static List<TrueEvent> of(Project project) {
        List<TrueEvent> all = new ArrayList<>();
        project.issues().all().forEach(issue -> {
            String stem = "issue-" + project.firstPath() + "-" + issue.iid() + "#";
            all.add(new TrueEvent("issue", stem + "opened", "open", issue.createdAt()));
            issue.steps().forEach(step -> all.add(new TrueEvent("issue", stem + step.state() + "-" + step.id(),
                    step.state().equals("closed") ? "closed" : "open", step.createdAt())));
            issue.labelEvents().stream().filter(event -> event.action().equals("add")).forEach(
                    event -> all.add(new TrueEvent("issue", stem + "labeled-" + event.id(), null, event.createdAt())));
        });
        return all;
    }
}
