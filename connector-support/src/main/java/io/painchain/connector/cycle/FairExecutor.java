package io.painchain.connector.cycle;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;

/** Bounds each lane, so that a slow one leaves threads to others; groups within a lane take turns. */
public final class FairExecutor {

    private static final Logger LOG = Logger.getLogger(FairExecutor.class);

    /** Bound on urgent tasks in a row, so that the rest never starves. */
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
