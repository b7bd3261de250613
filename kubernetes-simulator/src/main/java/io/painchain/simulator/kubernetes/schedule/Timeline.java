package io.painchain.simulator.kubernetes.schedule;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

import io.painchain.simulator.world.change.ImpossibleChangeException;
import io.painchain.simulator.world.change.UnknownThingException;

/**
 * What is going to happen in the cluster, each step at its time. Nothing happens by itself: who looks at the cluster plays
 * what is due first, and each step sees its own time, however late it is played.
 */
public final class Timeline {

    private static final Logger LOG = System.getLogger(Timeline.class.getName());

    private final Clock clock;
    private final PriorityQueue<Step> steps = new PriorityQueue<>(
            Comparator.comparing(Step::at).thenComparingLong(Step::order));
    private Instant current;
    private long lastOrder;

    public Timeline(Clock clock) {
        this.clock = clock;
    }

    private record Step(Instant at, long order, Runnable action) {
    }

    /** The time of the step that is played by this thread, else the clock's. */
    public Instant now() {
        return Thread.holdsLock(this) && current != null ? current : clock.instant();
    }

    public synchronized void at(Instant moment, Runnable action) {
        steps.add(new Step(moment, ++lastOrder, action));
    }

    public void after(Duration duration, Runnable action) {
        at(now().plus(duration), action);
    }

    /** Plays all that is due. */
    public synchronized void play() {
        if (current != null) {
            return;
        }
        Instant until = clock.instant();
        while (!steps.isEmpty() && !steps.peek().at().isAfter(until)) {
            Step step = steps.poll();
            current = step.at();
            try {
                step.action().run();
            } catch (ImpossibleChangeException | UnknownThingException e) {
                LOG.log(Level.DEBUG, "A story ends early, as somebody changed by hand what it was about", e);
            } finally {
                current = null;
            }
        }
    }

    /** Does something now, after all that is due; nothing is played meanwhile. */
    public synchronized <T> T perform(Supplier<T> action) {
        play();
        return action.get();
    }
}
