package io.painchain.github;

import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * Runs tasks side by side, so many of a lane at once and no more: a lane that is slow fills up by itself and leaves the threads
 * to the others. Tasks of a lane start in the order in which they came.
 */
public final class Lanes {

    private static final class Lane {
        private final Queue<Runnable> waiting = new ArrayDeque<>();
        private int running;
    }

    private final Executor executor;
    private final int width;
    private final Map<String, Lane> lanes = new HashMap<>();

    public Lanes(Executor executor, int width) {
        this.executor = executor;
        this.width = width;
    }

    public void submit(String name, Runnable task) {
        synchronized (this) {
            Lane lane = lanes.computeIfAbsent(name, fresh -> new Lane());
            lane.waiting.add(task);
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
        Runnable task = lane.waiting.poll();
        if (task == null && --lane.running == 0) {
            lanes.remove(name);
        }
        return task;
    }
}
