package io.painchain.simulator.story;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/** What is going to happen when; a step may plan further ones. */
public final class Timetable {

    private static final Logger LOG = System.getLogger(Timetable.class.getName());

    private record Step(Instant at, long order, Consumer<Instant> action) {
    }

    private final PriorityQueue<Step> steps = new PriorityQueue<>(
            Comparator.comparing(Step::at).thenComparing(Step::order));
    private long planned;

    public void plan(Instant at, Consumer<Instant> action) {
        steps.add(new Step(at, planned++, action));
    }

    public void runUntil(Instant now) {
        while (!steps.isEmpty() && !steps.peek().at().isAfter(now)) {
            run(steps.poll());
        }
    }

    /** Somebody may have closed by hand what the story wanted to merge: that story ends, the others go on. */
    private static void run(Step step) {
        try {
            step.action().accept(step.at());
        } catch (ImpossibleChangeException | UnknownThingException e) {
            LOG.log(Level.DEBUG, "A story ends early", e);
        }
    }
}
