package io.painchain.simulator.day;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.run.NewRun;

/** Pushes without a pull request: to main, or to a branch that is rewritten, tagged and deleted. */
final class BranchStory implements Story {

    private final Scene scene;
    private final Git git;
    private final String name;

    BranchStory(Scene scene) {
        this.scene = scene;
        this.git = scene.repository().git();
        this.name = "spike-" + scene.nextNumber();
    }

    @Override
    public void begin(Instant at) {
        if (scene.chance(0.5)) {
            git.push("main", List.of(scene.commit("Fix " + name), scene.commit("Test " + name)), scene.somebody(at));
            scene.run(new NewRun("CI", "main"), at, green -> {
                // the fix is in
            });
            return;
        }
        git.createBranch(name, "main", List.of(scene.commit("Try " + name)), scene.somebody(at));
        scene.later(at, 3, 60, pushed -> {
            git.push(name, List.of(scene.commit("More of " + name)), scene.somebody(pushed));
            scene.later(pushed, 3, 60, this::rewrite);
        });
    }

    private void rewrite(Instant at) {
        git.forcePush(name, 2, List.of(scene.commit("Another " + name)), scene.somebody(at));
        if (scene.chance(0.5)) {
            git.createTag("try-" + name, name, scene.somebody(at));
            scene.later(at, 20, 120, later -> git.deleteTag("try-" + name, scene.somebody(later)));
        }
        scene.later(at, 30, 180, later -> git.deleteBranch(name, scene.somebody(later)));
    }
}
