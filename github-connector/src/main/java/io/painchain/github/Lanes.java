package io.painchain.github;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks side by side, so many of a lane at once and no more: a lane that is slow fills up by itself and leaves the threads
 * to the others. Groups of tasks in a lane take turns; within one, tasks start in the order in which they came.
 */
public final class Lanes {

    private static final class Lane {
        private final Map<String, Queue<Runnable>> groups = new LinkedHashMap<>();
        private int running;

        void add(String group, Runnable task) {
            groups.computeIfAbsent(group, fresh -> new ArrayDeque<>()).add(task);
        }

        /** Of the group that has waited longest for its turn. */
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

    private final Executor executor;
    private final int width;
    private final Map<String, Lane> lanes = new HashMap<>();

    public Lanes(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    public void submit(String name, Runnable task) {
        submit(name, "", task);
    }

    public void submit(String name, String group, Runnable task) {
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
            lane.add(group, task);
            if (lane.running == width) {
                return;
            }
            lane.running++;
        }
        executor.execute(() -> drain(name));
    }

    private void drain(String name) {
        for (Runnable task = next(name); task != null; task = next(name)) {
            task.run();
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
