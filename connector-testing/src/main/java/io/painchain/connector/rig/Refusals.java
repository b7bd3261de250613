package io.painchain.connector.rig;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** What the stand-in of the backend refuses because a test wants it to. */
public final class Refusals {

    /** An answer that stands in for the regular one; with {@code after} the request is carried out all the same. */
    public record Refusal(int status, boolean after) {
    }

    private final Deque<Refusal> batches = new ArrayDeque<>();
    private int batchLimit = 1_000;
    private boolean tasksAway;

    /** The next batches are answered so, one each. */
    public synchronized void batches(Refusal... next) {
        batches.addAll(List.of(next));
    }

    public synchronized void acceptAllBatches() {
        batches.clear();
    }

    /** Batches with more events are 413. */
    public synchronized void batchLimit(int most) {
        batchLimit = most;
    }

    /** Asks for tasks and words about them are refused, as while the database is away. */
    public synchronized void tasksAway(boolean now) {
        tasksAway = now;
    }

    synchronized boolean tasksAway() {
        return tasksAway;
    }

    synchronized Reply batch(int events, Supplier<Reply> regular) {
        if (events > batchLimit) {
            return Reply.problem(413, "too-large");
        }
        Refusal refusal = batches.poll();
        if (refusal == null) {
            return regular.get();
        }
        if (refusal.after()) {
            regular.get();
        }
        return Reply.problem(refusal.status(), "unavailable");
    }
}
