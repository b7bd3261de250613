package io.painchain.simulator.gitlab.day;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.simulator.gitlab.world.pipeline.Job.NewJob;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;

/** What people begin in a project. */
final class Stories {

    private Stories() {
    }

    static void any(Scene scene, Instant at) {
        int card = scene.upTo(20);
        if (card <= 9) {
            new ChangeStory(scene).begin(at);
        } else if (card <= 12) {
            new DeliveryStory(scene).begin(at);
        } else if (card <= 15) {
            issue(scene, at);
        } else if (card == 16) {
            bulk(scene, at);
        } else if (card == 17) {
            family(scene, at);
        } else if (card == 18) {
            scene.project().featureFlags().set(scene.fresh("flag"), scene.chance(0.5), scene.somebody(at));
        } else {
            nightly(scene, at);
        }
    }

    /** Closed and opened again within a minute, now and then. */
    private static void issue(Scene scene, Instant at) {
        int iid = scene.project().issues().open("It breaks", scene.chance(0.3) ? "incident" : "issue", scene.somebody(at))
                .iid();
        scene.later(at, 0, 20, labelled -> scene.project().issues().label(iid, "bug", true, scene.somebody(labelled)));
        scene.later(at, 21, 200, closed -> {
            scene.project().issues().close(iid, scene.somebody(closed));
            if (scene.chance(0.4)) {
                scene.later(closed, 0, 60, again -> {
                    scene.project().issues().reopen(iid, scene.somebody(again));
                    scene.later(again, 0, 60, end -> scene.project().issues().close(iid, scene.somebody(end)));
                });
            }
        });
    }

    /** Many refs in one push: the feed names none of them. What two such pushes did in an hour nobody can tell apart. */
    private static void bulk(Scene scene, Instant at) {
        if (scene.chance(0.5)) {
            Map<String, String> tags = new TreeMap<>();
            for (int i = 0; i < 5; i++) {
                tags.put(scene.fresh("module"), "main");
            }
            scene.project().pushes().tags(tags, null, scene.somebody(at));
        } else {
            List<String> branches = List.of(scene.fresh("line"), scene.fresh("line"), scene.fresh("line"), scene.fresh("line"));
            scene.project().pushes().bulk(branches, "Begin a line", scene.somebody(at));
            scene.later(at, 180, 400, again -> scene.project().pushes().bulk(branches, "Go on", scene.somebody(again)));
        }
    }

    /** A pipeline whose child fails. */
    private static void family(Scene scene, Instant at) {
        Pipeline parent = scene.project().pipelines().create(
                NewPipeline.of("main").jobs(NewJob.of("build"), NewJob.of("downstream").trigger()), scene.somebody(at));
        scene.project().pipelines().start(parent.id(), scene.somebody(at));
        Pipeline child = scene.project().pipelines().child(parent.id(), NewPipeline.of("main", "package"),
                scene.somebody(at.plusSeconds(2)));
        scene.later(at, 1, 10, ended -> {
            scene.project().pipelines().finish(child.id(), "failed", scene.somebody(ended));
            scene.project().pipelines().finish(parent.id(), "failed", scene.somebody(ended.plusSeconds(1)));
        });
    }

    private static void nightly(Scene scene, Instant at) {
        scene.run(NewPipeline.of("main", "scan").source("schedule"), at, green -> {
            // until the next one
        });
    }
}
