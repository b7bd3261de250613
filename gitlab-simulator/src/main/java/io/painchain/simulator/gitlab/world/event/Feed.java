package io.painchain.simulator.gitlab.world.event;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.painchain.simulator.gitlab.world.base.Basis;
import io.painchain.simulator.gitlab.world.base.Numbered;
import io.painchain.simulator.gitlab.world.event.Event.Target;
import io.painchain.simulator.world.change.By;

/** The events of a project, written by background jobs: each gets its id at once and shows after the delay. */
public final class Feed {

    private static final Duration LAZINESS = Duration.ofHours(1);

    private final Basis basis;
    private final List<Event> shown = new ArrayList<>();
    private final List<Pending> pending = new ArrayList<>();
    private Duration delay = Duration.ZERO;
    private Instant lastActivityAt;

    private record Pending(Event event, Instant showsAt) {
    }

    public Feed(Basis basis, Instant start) {
        this.basis = basis;
        this.lastActivityAt = start;
    }

    /** How late the next events show. */
    public void delay(Duration late) {
        delay = late;
    }

    public void add(String action, Target target, By by) {
        add(action, target, null, false, by);
    }

    public void addPush(PushData push, By by) {
        add("pushed", null, push, false, by);
    }

    /** Events that most may not see, such as comments on confidential issues: they only make pages shorter. */
    public void addHidden(int count, By by) {
        for (int i = 0; i < count; i++) {
            add("commented", new Target("Note", 1, 1, "Confidential"), null, true, by);
        }
    }

    /** By id; commits cross, so that an event may show after one with a higher id. */
    public List<Event> newestFirst() {
        settle();
        return shown.stream().sorted(Comparator.comparingLong(Event::id).reversed()).toList();
    }

    /** Moved by an event only if it is over an hour old by then. */
    public Instant lastActivityAt() {
        settle();
        return lastActivityAt;
    }

    private void add(String action, Target target, PushData push, boolean hidden, By by) {
        Instant at = basis.at(by);
        Event event = new Event(basis.next(Numbered.EVENT), action, target, basis.user(by), at, push, hidden);
        pending.add(new Pending(event, at.plus(delay)));
        settle();
    }

    private void settle() {
        Instant now = basis.now();
        for (Pending one : List.copyOf(pending)) {
            if (!one.showsAt().isAfter(now)) {
                pending.remove(one);
                shown.add(one.event());
                touch(one.showsAt());
            }
        }
    }

    private void touch(Instant at) {
        if (lastActivityAt.isBefore(at.minus(LAZINESS))) {
            lastActivityAt = at;
        }
    }
}
