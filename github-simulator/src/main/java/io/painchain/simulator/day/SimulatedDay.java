package io.painchain.simulator.day;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.truth.TrueEvent;
import io.painchain.simulator.truth.Truth;
import io.painchain.simulator.truth.Withheld;
import io.painchain.simulator.truth.WithheldDetail;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/**
 * Repositories that live as the clock is moved on: {@link #advanceTo} lets happen what was due by then, and
 * {@link #truth()} tells what a perfect collector holds. The same settings at the same time make the same day. Once the
 * day is over nothing new begins; what runs still ends.
 */
public final class SimulatedDay {

    private static final Duration FEED_DELAY = Duration.ofSeconds(30);
    private static final Duration FEED_JITTER = Duration.ofMinutes(10);
    private static final double DROPPED = 0.05;
    private static final double DOUBLED = 0.02;
    /** One repository in so many gets another name in the course of the day. */
    private static final int RENAMED = 20;

    private final World world;
    private final DaySettings settings;
    private final Random random;
    private final Timetable timetable = new Timetable();
    private final List<Repository> repositories = new ArrayList<>();
    private final Instant start;
    private final Instant end;

    private SimulatedDay(World world, DaySettings settings) {
        this.world = world;
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.start = world.now();
        this.end = start.plus(settings.length());
    }

    /** Creates the repositories, {@code acme/service-001} and on; the day begins now. */
    public static SimulatedDay in(World world, DaySettings settings) {
        SimulatedDay day = new SimulatedDay(world, settings);
        for (int i = 1; i <= settings.repositories(); i++) {
            day.found(i);
        }
        return day;
    }

    /** The feed comes 30 seconds to 10 minutes late, loses 5 % and doubles 2 % of what other sources tell, too. */
    public SimulatedDay withPoorFeed() {
        world.feedPolicy().delay(FEED_DELAY, FEED_JITTER).drop(DROPPED).duplicate(DOUBLED).spareTags(true);
        return this;
    }

    /** Lets happen what was due by now. */
    public synchronized void advanceTo(Instant now) {
        timetable.runUntil(now);
    }

    public Instant start() {
        return start;
    }

    public Instant end() {
        return end;
    }

    public List<Repository> repositories() {
        return List.copyOf(repositories);
    }

    /** What happened since the day began, as it is now; commits are those of the default branches. */
    public List<TrueEvent> truth() {
        List<TrueEvent> events = new ArrayList<>();
        repositories.forEach(repository -> events.addAll(Truth.of(repository, start, repository.defaultBranch())));
        return events;
    }

    /** The details that these faults keep from everybody for good. */
    public List<WithheldDetail> withheld(Faults faults) {
        return repositories.stream().flatMap(repository -> Withheld.of(repository, start, faults).stream()).toList();
    }

    private void found(int index) {
        String name = String.format("%s/service-%03d", settings.owner(), index);
        Repository repository = world.createRepository(new NewRepository(name).createdAt(start.minus(Duration.ofDays(90))));
        repositories.add(repository);
        Scene scene = new Scene(repository, timetable, random);
        timetable.plan(next(start), at -> newStory(scene, at));
        if (index % RENAMED == 0) {
            long noon = (long) (settings.length().toSeconds() * (0.3 + 0.4 * random.nextDouble()));
            timetable.plan(start.plusSeconds(noon), at -> world.move(repository, name + "-next"));
        }
    }

    private void newStory(Scene scene, Instant at) {
        Stories.any(scene).begin(at);
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
