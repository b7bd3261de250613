package io.painchain.simulator.gitlab.day;

import java.time.Instant;
import java.util.List;

import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.project.Project;

/** A merge request: opened, built, approved or corrected, merged or closed, and its branch deleted. */
final class ChangeStory {

    /** Its branch was begun before others were merged, so it cannot be fast-forwarded as it is. */
    private static final List<MergeMethod> METHODS = List.of(MergeMethod.MERGE, MergeMethod.SQUASH,
            MergeMethod.SQUASH_FAST_FORWARD);

    private final Scene scene;
    private final Project project;
    private final String branch;
    private int iid;
    private int rounds;

    ChangeStory(Scene scene) {
        this.scene = scene;
        this.project = scene.project();
        this.branch = scene.fresh("change");
    }

    void begin(Instant at) {
        iid = project.mergeRequests()
                .open(NewMergeRequest.of("Do " + branch, branch).commits(scene.upTo(3)), scene.somebody(at)).iid();
        build(at);
    }

    private void build(Instant at) {
        scene.run(NewPipeline.of("refs/merge-requests/" + iid + "/head", "build", "test").source("merge_request_event")
                .sha(project.repository().head(branch)), at, green -> scene.later(green, 2, 90, this::review));
    }

    private void review(Instant at) {
        int card = rounds++ > 2 ? 10 : scene.upTo(10);
        if (card <= 2) {
            project.mergeRequests().comment(iid, "Please add a test.", scene.somebody(at));
            scene.later(at, 3, 60, this::correct);
        } else if (card == 3) {
            project.mergeRequests().unapprove(iid, scene.somebody(at));
            scene.later(at, 3, 60, this::review);
        } else if (card == 4) {
            scene.later(at, 1, 5, this::close);
        } else {
            project.mergeRequests().approve(iid, scene.somebody(at));
            scene.later(at, 1, 40, this::merge);
        }
    }

    private void correct(Instant at) {
        project.pushes().commit(branch, List.of("Correct " + branch + "." + rounds), scene.somebody(at));
        build(at);
    }

    private void close(Instant at) {
        project.mergeRequests().close(iid, scene.somebody(at));
        if (scene.chance(0.5)) {
            scene.later(at, 0, 120, again -> {
                project.mergeRequests().reopen(iid, scene.somebody(again));
                scene.later(again, 0, 30, this::review);
            });
        }
    }

    private void merge(Instant at) {
        project.mergeRequests().merge(iid, METHODS.get(scene.upTo(METHODS.size()) - 1), scene.somebody(at));
        if (scene.chance(0.8)) {
            project.pushes().deleteBranch(branch, scene.somebody(at.plusSeconds(1)));
        }
        scene.run(NewPipeline.of("main", "build", "test"), at.plusSeconds(2), green -> {
            // the change is in
        });
    }
}
