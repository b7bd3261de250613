package io.painchain.simulator.day;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;

/** A pull request: opened, built, reviewed, corrected, rebased, merged or closed. */
final class PullStory implements Story {

    private final Scene scene;
    private final Repository repository;
    private final String branch;
    private int pull;
    private int rounds;

    PullStory(Scene scene) {
        this.scene = scene;
        this.repository = scene.repository();
        this.branch = "change-" + scene.nextNumber();
    }

    @Override
    public void begin(Instant at) {
        NewPull draft = new NewPull("Change the gateway, " + branch, branch).body("Why " + branch + " is needed.")
                .commits(commits());
        draft = scene.chance(0.3) ? draft.labels("risky") : draft;
        PullRequest opened = repository.pulls().open(scene.chance(0.15) ? draft.asDraft() : draft, scene.somebody(at));
        pull = opened.number();
        repository.pulls().requestReview(pull, "tom-becker", scene.somebody(at));
        build(at);
    }

    private NewCommit[] commits() {
        List<NewCommit> commits = new ArrayList<>();
        for (int i = scene.upTo(3); i > 0; i--) {
            commits.add(scene.commit("Part " + i + " of " + branch));
        }
        return commits.toArray(NewCommit[]::new);
    }

    private void build(Instant at) {
        scene.run(NewRun.forPull("CI", repository.pulls().get(pull)), at, green -> scene.later(green, 2, 90, this::review));
    }

    private void review(Instant at) {
        if (repository.pulls().get(pull).draft()) {
            repository.pulls().readyForReview(pull, scene.somebody(at));
        }
        int card = rounds++ > 2 ? 10 : scene.upTo(10);
        if (card <= 2) {
            repository.pulls().review(pull, Review.CHANGES_REQUESTED, "Please add a test.", scene.somebody(at));
            scene.later(at, 3, 60, this::correct);
        } else if (card == 3) {
            repository.pulls().commentOnCode(pull, "Why not before?", scene.somebody(at));
            scene.later(at, 3, 60, this::review);
        } else if (card == 4) {
            repository.issues().comment(pull, "Not needed any more.", scene.somebody(at));
            scene.later(at, 1, 5, this::close);
        } else {
            repository.pulls().review(pull, Review.APPROVED, "", scene.somebody(at));
            scene.later(at, 1, 40, this::merge);
        }
    }

    /** By another commit, or by others in place of the last. */
    private void correct(Instant at) {
        By somebody = scene.somebody(at);
        if (scene.chance(0.4)) {
            repository.git().forcePush(branch, 1, List.of(scene.commit("Better " + branch + "." + rounds)), somebody);
        } else {
            repository.git().push(branch, List.of(scene.commit("Correct " + branch + "." + rounds)), somebody);
        }
        build(at);
    }

    private void close(Instant at) {
        repository.issues().close(pull, null, scene.somebody(at));
        if (scene.chance(0.4)) {
            scene.later(at, 10, 120, again -> {
                repository.issues().reopen(pull, scene.somebody(again));
                scene.later(again, 5, 30, this::review);
            });
        }
    }

    private void merge(Instant at) {
        MergeMethod[] methods = MergeMethod.values();
        MergeMethod method = scene.chance(0.7) ? MergeMethod.SQUASH : methods[scene.upTo(methods.length) - 1];
        repository.pulls().merge(pull, method, scene.somebody(at));
        if (scene.chance(0.8)) {
            repository.pulls().deleteHead(pull, scene.somebody(at));
        }
        scene.run(new NewRun("CI", "main").jobs("build", "integration-tests"), at, green -> {
            // the change is in
        });
    }
}
