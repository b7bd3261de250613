package io.painchain.simulator.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests by route and status and keeps the latest of them. */
public final class RequestLog {

    private static final int KEPT = 10_000;

    private final Map<String, Map<Integer, Integer>> counts = new TreeMap<>();
    private final Deque<RequestRecord> recent = new ArrayDeque<>();
    private int total;
    private int conditional;
    private int notModified;

    public synchronized void add(RequestRecord request) {
        counts.computeIfAbsent(request.route(), absent -> new TreeMap<>()).merge(request.status(), 1, Integer::sum);
        total++;
        conditional += request.conditional() ? 1 : 0;
        notModified += request.status() == 304 ? 1 : 0;
        recent.addLast(request);
        if (recent.size() > KEPT) {
            recent.removeFirst();
        }
    }

    public synchronized int total() {
        return total;
    }

    public synchronized int conditional() {
        return conditional;
    }

    public synchronized int notModified() {
        return notModified;
    }

    /** How often a route such as {@code /repos/{owner}/{repo}/pulls} was asked, whatever the answer. */
    public synchronized int count(String route) {
        return counts.getOrDefault(route, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
    }

    public synchronized int count(String route, int status) {
        return counts.getOrDefault(route, Map.of()).getOrDefault(status, 0);
    }

    public synchronized List<RequestCount> counts() {
        List<RequestCount> all = new ArrayList<>();
        counts.forEach((route, byStatus) -> byStatus
                .forEach((status, count) -> all.add(new RequestCount(route, status, count))));
        return all;
    }

    /** The latest requests, oldest first. */
    public synchronized List<RequestRecord> recent() {
        return List.copyOf(recent);
    }

    public synchronized void reset() {
        counts.clear();
        recent.clear();
        total = 0;
        conditional = 0;
        notModified = 0;
    }
}
