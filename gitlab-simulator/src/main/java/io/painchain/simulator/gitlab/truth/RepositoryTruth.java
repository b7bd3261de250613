package io.painchain.simulator.gitlab.truth;

import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.git.Pushes.Pushed;
import io.painchain.simulator.gitlab.world.git.RefChange;
import io.painchain.simulator.gitlab.world.project.Project;

/** Pushes, commits of the default branch, branches and tags that came and went. */
final class RepositoryTruth {

    private static final int SHORT = 12;

    private RepositoryTruth() {
    }

    static List<TrueEvent> of(Project project) {
        List<TrueEvent> all = new ArrayList<>();
        String path = project.firstPath();
        project.pushes().done().forEach(pushed -> all.add(ref(path, pushed)));
        project.repository().log(project.defaultBranch()).forEach(commit -> all
                .add(new TrueEvent("commit", "commit-" + path + "-" + commit.sha(), null, commit.committedAt())));
        return all;
    }

    private static TrueEvent ref(String path, Pushed pushed) {
        RefChange change = pushed.change();
        if (change.action().equals("pushed")) {
            String range = change.before().substring(0, SHORT) + ".." + change.after().substring(0, SHORT);
            return new TrueEvent("push", "push-" + path + "-" + change.ref() + "@" + range, null, pushed.at());
        }
        String what = change.action().equals("created") ? "created" : "deleted";
        return new TrueEvent(change.refType(), change.refType() + "-" + path + "-" + change.ref() + "#" + what + "@"
                + pushed.at(), what, pushed.at());
    }
}
