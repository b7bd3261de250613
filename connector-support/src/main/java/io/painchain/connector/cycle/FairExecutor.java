package io.painchain.connector.cycle;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;

/**
 * Runs tasks side by side, so many of a lane at once and no more: a lane that is slow fills up by itself and leaves the threads
 * to the others. Urgent tasks start before the rest, of which some start all the same. Groups of tasks in a lane take turns;
 * within one, tasks start in the order in which they came.
 */
public final class FairExecutor {

    private static final Logger LOG = Logger.getLogger(FairExecutor.class);

    /** So many urgent tasks start before one of the rest does, so that the rest never waits forever. */
    private static final int URGENT_IN_A_ROW = 4;

    private static final class Turns {
        private final Map<String, Queue<Runnable>> groups = new LinkedHashMap<>();

        void add(String group, Runnable task) {
            groups.computeIfAbsent(group, fresh -> new ArrayDeque<>()).add(task);
        }

        boolean isEmpty() {
            return groups.isEmpty();
        }

        Runnable poll() {
            if (groups.isEmpty()) {
                return null;
            }
            String group = groups.keySet().iterator().next();
            Queue<Runnable> waiting = groups.remove(group);
            Runnable task = waiting.poll();
            if (!waiting.isEmpty()) {
                groups.put(group, waiting);
            }
            return task;
        }
    }

    private static final class Lane {
        private final Turns urgent = new Turns();
        private final Turns rest = new Turns();
        private int running;
        private int urgentInARow;

        Runnable poll() {
            boolean restsTurn = urgent.isEmpty() || urgentInARow == URGENT_IN_A_ROW && !rest.isEmpty();
            urgentInARow = restsTurn ? 0 : Math.min(URGENT_IN_A_ROW, urgentInARow + 1);
            return (restsTurn ? rest : urgent).poll();
        }
    }

    private final Executor executor;
    private final int width;
    private final Map<String, Lane> lanes = new HashMap<>();

    public FairExecutor(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    public void submit(String name, Runnable task) {
        submit(name, "", false, task);
    }

    public void submit(String name, String group, boolean urgent, Runnable task) {
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
            (urgent ? lane.urgent : lane.rest).add(group, task);
            if (lane.running == width) {
                return;
            }
            lane.running++;
        }
        executor.execute(() -> drain(name));
    }

    private void drain(String name) {
        for (Runnable task = next(name); task != null; task = next(name)) {
            run(name, task);
        }
    }

    /** Whatever becomes of a task, its place in the lane goes to the next one. */
    private static void run(String name, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "A task in lane %s ended by a fault in the connector; the lane goes on", name);
        }
    }

    private synchronized Runnable next(String name) {
        Lane lane = lanes.get(name);
        Runnable task = lane.poll();
        if (task == null && --lane.running == 0) {
            lanes.remove(name);
        }
        return task;
    }
}
