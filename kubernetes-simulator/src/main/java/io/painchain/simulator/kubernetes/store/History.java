package io.painchain.simulator.kubernetes.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The objects of one type and their latest changes, like the watch cache of an API server. */
final class History {

    private final NavigableMap<String, ObjectNode> objects = new TreeMap<>();
    private final Deque<Change> window = new ArrayDeque<>();
    private long forgotten;

    NavigableMap<String, ObjectNode> objects() {
        return objects;
    }

    void add(String key, Change change, Window limits) {
        if (change.verb().equals(Change.DELETED)) {
            objects.remove(key);
        } else {
            objects.put(key, change.object());
        }
        window.addLast(change);
        while (isTooOld(window.peekFirst(), change.at(), limits)) {
            forgotten = window.removeFirst().revision();
        }
    }

    /** What changed after a revision, in order. */
    List<Change> since(long revision) throws ExpiredException {
        if (revision < forgotten) {
            throw new ExpiredException("too old resource version: " + revision + " (" + forgotten + ")");
        }
        LinkedList<Change> changes = new LinkedList<>();
        Iterator<Change> latestFirst = window.descendingIterator();
        while (latestFirst.hasNext()) {
            Change change = latestFirst.next();
            if (change.revision() <= revision) {
                break;
            }
            changes.addFirst(change);
        }
        return changes;
    }

    void forget(long revision) {
        window.clear();
        forgotten = revision;
    }

    private boolean isTooOld(Change first, Instant now, Window limits) {
        return window.size() > limits.most() || window.size() > limits.always() && first.at().isBefore(now.minus(limits.age()));
    }

    /** How much is kept: always so many changes, more of them while they are young, and never more than so many. */
    record Window(int always, Duration age, int most) {

        static final Window LIKE_THE_SERVER = new Window(100, Duration.ofSeconds(75), 102_400);

        Window keeping(Duration longer) {
            return new Window(always, longer, most);
        }
    }
}
