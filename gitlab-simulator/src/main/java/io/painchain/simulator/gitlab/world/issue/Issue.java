package io.painchain.simulator.gitlab.world.issue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.base.User;

/** An issue or incident as it is now. */
public final class Issue {

    private final long id;
    private final int iid;
    private final String title;
    private final String type;
    private final User author;
    private final Instant createdAt;
    private final Set<String> labels = new LinkedHashSet<>();
    private final List<StateEvent> steps = new ArrayList<>();
    private final List<LabelEvent> labelEvents = new ArrayList<>();
    private Instant updatedAt;

    /** Its numbers and who opened it. */
    record Birth(long id, int iid, User author, Instant at) {
    }

    Issue(Birth birth, String title, String type) {
        this.id = birth.id();
        this.iid = birth.iid();
        this.author = birth.author();
        this.createdAt = birth.at();
        this.updatedAt = birth.at();
        this.title = title;
        this.type = type;
    }

    public long id() {
        return id;
    }

    public int iid() {
        return iid;
    }

    public String title() {
        return title;
    }

    /** {@code issue} or {@code incident}. */
    public String type() {
        return type;
    }

    public User author() {
        return author;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public List<String> labels() {
        return List.copyOf(labels);
    }

    public List<StateEvent> steps() {
        return List.copyOf(steps);
    }

    public List<LabelEvent> labelEvents() {
        return List.copyOf(labelEvents);
    }

    /** The step that closed it; null where it is open. */
    public StateEvent closing() {
        StateEvent last = steps.isEmpty() ? null : steps.get(steps.size() - 1);
        return last == null || !last.state().equals("closed") ? null : last;
    }

    public boolean open() {
        return closing() == null;
    }

    void step(StateEvent step) {
        steps.add(step);
        updatedAt = step.createdAt();
    }

    void label(LabelEvent event) {
        labelEvents.add(event);
        updatedAt = event.createdAt();
        if (event.action().equals("add")) {
            labels.add(event.label());
        } else {
            labels.remove(event.label());
        }
    }
}
