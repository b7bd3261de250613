package io.painchain.simulator.gitlab.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;

/** A project with its people, in which stories take place. */
final class Scene {

    private static final List<String> PEOPLE = List.of("priya-n", "marcosilva", "annakw", "tom-becker", "yuki-tan",
            "dkowalski");
    private static final int MOST_RETRIES = 3;

    private final Project project;
    private final Timetable timetable;
    private final Random random;
    private int count;

    Scene(Project project, Timetable timetable, Random random) {
        this.project = project;
        this.timetable = timetable;
        this.random = random;
    }

    Project project() {
        return project;
    }

    /** A name that is used once. */
    String fresh(String what) {
        return what + "-" + ++count;
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    int upTo(int most) {
        return 1 + random.nextInt(most);
    }

    By somebody(Instant at) {
        return By.user(PEOPLE.get(random.nextInt(PEOPLE.size()))).at(at);
    }

    /** Goes on between the minutes. */
    void later(Instant at, int leastMinutes, int mostMinutes, Consumer<Instant> step) {
        int seconds = leastMinutes * 60 + random.nextInt((mostMinutes - leastMinutes) * 60 + 1);
        timetable.plan(at.plus(Duration.ofSeconds(Math.max(1, seconds))), step);
    }

    /** Runs a pipeline; what fails is retried, at once or hours later, until it passes or nobody cares any more. */
    Pipeline run(NewPipeline draft, Instant at, Consumer<Instant> whenGreen) {
        Pipeline pipeline = project.pipelines().create(draft, somebody(at));
        later(at, 0, 3, started -> {
            project.pipelines().start(pipeline.id(), somebody(started));
            end(pipeline, 0, started, whenGreen);
        });
        return pipeline;
    }

    private void end(Pipeline pipeline, int retries, Instant at, Consumer<Instant> whenGreen) {
        later(at, 1, 12, ended -> {
            boolean fails = chance(0.2);
            String result = !fails ? "success" : chance(0.2) ? "canceled" : "failed";
            project.pipelines().finish(pipeline.id(), result, somebody(ended));
            if (!fails) {
                whenGreen.accept(ended);
            } else if (retries < MOST_RETRIES) {
                later(ended, 1, chance(0.2) ? 300 : 15, again -> {
                    project.pipelines().retry(pipeline.id(), somebody(again));
                    end(pipeline, retries + 1, again, whenGreen);
                });
            }
        });
    }
}
