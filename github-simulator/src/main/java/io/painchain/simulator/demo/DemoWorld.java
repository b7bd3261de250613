package io.painchain.simulator.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

import io.painchain.simulator.story.Pace;
import io.painchain.simulator.story.Timetable;
import io.painchain.simulator.world.World;

/** Five days of history with an incident that has just ended, and a life that goes on as time does. */
public final class DemoWorld {

    private static final Duration HISTORY = Duration.ofDays(5);
    private static final Duration LIVELY = Duration.ofMinutes(10);

    private final Timetable timetable = new Timetable();
    private final Random random;
    private final Stage stage;
    private final Pace slow;
    private final Pace quick;
    private final Instant start;
    private final Deck<Catalogue.Change> changes;
    private final Deck<Catalogue.Report> reports;

    private DemoWorld(World world, long seed) {
        random = new Random(seed);
        stage = new Stage(world, random);
        slow = new Pace(Duration.ofMinutes(9), random);
        quick = new Pace(Duration.ofSeconds(4), random);
        start = world.now();
        Catalogue catalogue = new Catalogue();
        changes = new Deck<>(catalogue.changes(), random);
        reports = new Deck<>(catalogue.reports(), random);
    }

    /** Fills an empty world with the history up to now. */
    public static DemoWorld in(World world, long seed) {
        DemoWorld demo = new DemoWorld(world, seed);
        Instant begin = demo.start.minus(HISTORY);
        demo.stage.create(begin);
        demo.timetable.plan(begin.plus(Duration.ofMinutes(20)), demo::newStory);
        new IncidentStory(demo.stage, demo.timetable, demo.slow, demo.start.minus(Duration.ofMinutes(4))).plan();
        demo.advanceTo(demo.start);
        return demo;
    }

    /** Lets happen what was due by now. */
    public synchronized void advanceTo(Instant now) {
        timetable.runUntil(now);
    }

    private void newStory(Instant at) {
        boolean live = !at.isBefore(start.minusSeconds(30));
        Pace pace = live ? quick : slow;
        if (stage.chance(0.2)) {
            new IssueStory(stage, timetable, pace, reports.draw()).open(at);
        } else {
            new ChangeStory(stage, timetable, pace, changes.draw()).open(at);
        }
        Instant next = at.plus(pause(at, live));
        boolean beginsLife = !live && next.isAfter(start);
        timetable.plan(beginsLife ? start : next, this::newStory);
    }

    /** Every hour or two in the past; every few seconds now, slower once the newcomer has seen it. */
    private Duration pause(Instant at, boolean live) {
        if (!live) {
            return Duration.ofMinutes(40 + random.nextInt(80));
        }
        boolean lively = at.isBefore(start.plus(LIVELY));
        return Duration.ofSeconds(lively ? 5 + random.nextInt(8) : 25 + random.nextInt(30));
    }
}
