package io.painchain.simulator.gitlab.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.story.Timetable;

/**
 * Projects that live as the clock is moved on: {@link #advanceTo} lets happen what was due by then, and {@link #truth} tells
 * what a perfect collector holds. The same settings at the same time make the same day. Once the day is over nothing new
 * begins; what runs still ends. The feed of each project is as late as its jobs are busy, up to a minute and a half.
 */
public final class SimulatedDay {

    private static final int LATEST_SECONDS = 90;
    /** One project in so many gets another path in the course of the day. */
    private static final int RENAMED = 20;

    private final World world;
    private final DaySettings settings;
    private final Random random;
    private final Timetable timetable = new Timetable();
    private final List<Project> projects = new ArrayList<>();
    private final Instant start;
    private final Instant end;

    private SimulatedDay(World world, DaySettings settings) {
        this.world = world;
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.start = world.basis().now();
        this.end = start.plus(settings.length());
    }

    /** Creates the projects, {@code acme/platform/service-001} and on; the day begins now. */
    public static SimulatedDay in(World world, DaySettings settings) {
        SimulatedDay day = new SimulatedDay(world, settings);
        for (int i = 1; i <= settings.projects(); i++) {
            day.found(i);
        }
        return day;
    }

    /** Lets happen what was due by now. */
    public synchronized void advanceTo(Instant now) {
        world.alone(() -> {
            timetable.runUntil(now);
            return now;
        });
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    public List<Project> projects() {
        return List.copyOf(projects);
    }

    /** What happened since the day began, as it is now; commits are those of the default branches. */
    public List<TrueEvent> truth() {
        return Truth.of(world, start);
    }

    /** Beside them, what was true for a while and could be seen by who looked in time. */
    public List<TrueEvent> passing() {
        return Truth.passing(world, start);
    }

    private void found(int index) {
        String path = String.format("acme/platform/service-%03d", index);
        Project project = world.createProject(path);
        projects.add(project);
        Scene scene = new Scene(project, timetable, random);
        timetable.plan(next(start), at -> newStory(scene, at));
        if (index % RENAMED == 0) {
            long noon = (long) (settings.length().toSeconds() * (0.3 + 0.4 * random.nextDouble()));
            timetable.plan(start.plusSeconds(noon), at -> project.rename(path + "-next"));
        }
    }

    private void newStory(Scene scene, Instant at) {
        scene.project().feed().delay(Duration.ofSeconds(random.nextInt(LATEST_SECONDS)));
        Stories.any(scene, at);
        Instant next = next(at);
        if (next.isBefore(end)) {
            timetable.plan(next, again -> newStory(scene, again));
        }
    }

    /** Times between two stories are as random as independent people make them. */
    private Instant next(Instant at) {
        double hours = -Math.log(1 - random.nextDouble()) / settings.storiesPerHour();
        return at.plusSeconds(1 + (long) (hours * 3_600));
    }
}
