package io.painchain.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.painchain.simulator.world.run.WorkflowRun;

/** A repository with its people and its workflows, in which stories take place. */
final class Scene {

    private static final List<String> PEOPLE = List.of("priya-n", "marcosilva", "annakw", "tom-becker", "yuki-tan",
            "dkowalski", "renovate[bot]");
    private static final List<String> FILES = List.of("src/main/java/App.java", "src/main/java/Gateway.java",
            "src/test/java/AppTest.java", "pom.xml", "deploy/values.yaml", "README.md");

    private final Repository repository;
    private final Timetable timetable;
    private final Random random;
    private int count;

    Scene(Repository repository, Timetable timetable, Random random) {
        this.repository = repository;
        this.timetable = timetable;
        this.random = random;
    }

    Repository repository() {
        return repository;
    }

    /** Tells apart what is made more than once. */
    int nextNumber() {
        return ++count;
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

    NewCommit commit(String message) {
        String file = FILES.get(random.nextInt(FILES.size()));
        return new NewCommit(message, List.of(FileChange.modified(file, upTo(60), upTo(20))));
    }

    /** Goes on between the minutes. */
    void later(Instant at, int leastMinutes, int mostMinutes, Consumer<Instant> step) {
        int seconds = (leastMinutes * 60) + random.nextInt((mostMinutes - leastMinutes) * 60 + 1);
        timetable.plan(at.plus(Duration.ofSeconds(Math.max(1, seconds))), step);
    }

    /** Runs a workflow; what fails is run again, at once or hours later, until it passes. */
    void run(NewRun draft, Instant at, Consumer<Instant> whenGreen) {
        WorkflowRun run = repository.runs().start(chance(0.3) ? draft.queued() : draft, somebody(at));
        if (run.latest().status().equals("queued")) {
            later(at, 0, 3, started -> {
                repository.runs().progress(run.id(), somebody(started));
                end(run, started, whenGreen);
            });
        } else {
            end(run, at, whenGreen);
        }
    }

    private void end(WorkflowRun run, Instant at, Consumer<Instant> whenGreen) {
        later(at, 1, 12, ended -> {
            boolean fails = chance(0.2);
            repository.runs().complete(run.id(), fails ? failure() : "success", somebody(ended));
            if (!fails) {
                whenGreen.accept(ended);
            } else if (run.latest().number() < 4) {
                later(ended, 1, chance(0.2) ? 300 : 15, again -> {
                    repository.runs().rerun(run.id(), somebody(again));
                    end(run, again, whenGreen);
                });
            }
        });
    }

    private String failure() {
        int card = upTo(10);
        return card <= 7 ? "failure" : card == 8 ? "cancelled" : card == 9 ? "timed_out" : "startup_failure";
    }
}
