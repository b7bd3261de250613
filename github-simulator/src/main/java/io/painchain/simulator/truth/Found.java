package io.painchain.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.world.repository.Repository;

/** Collects what happened in one repository since a moment. */
final class Found {

    private final Repository repository;
    private final Instant from;
    private final String name;
    private final List<TrueEvent> events = new ArrayList<>();

    Found(Repository repository, Instant from) {
        this.repository = repository;
        this.from = from;
        this.name = repository.nameAt(from);
    }

    Repository repository() {
        return repository;
    }

    /** What it was called when it was first read. */
    String name() {
        return name;
    }

    List<TrueEvent> events() {
        return events;
    }

    boolean covers(Instant moment) {
        return moment != null && !moment.isBefore(from);
    }

    void add(String type, String id, String status, Instant at) {
        add(type, id, status, at, at);
    }

    void add(String type, String id, String status, Instant at, Instant shownAt) {
        if (covers(at)) {
            events.add(new TrueEvent(id, type, status, repository.fullName(), at, shownAt, false));
        }
    }

    /** With the time at the end of the id. */
    void addTimed(String type, String id, String status, Instant at, boolean feedOnly) {
        if (covers(at)) {
            events.add(new TrueEvent(id + "@" + at, type, status, repository.fullName(), at, at, feedOnly));
        }
    }
}
