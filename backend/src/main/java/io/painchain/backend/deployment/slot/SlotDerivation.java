package io.painchain.backend.deployment.slot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import io.painchain.backend.deployment.fact.FactRepository;
import io.painchain.backend.deployment.fact.LegRepository;
import io.painchain.backend.deployment.fact.Slot;
import io.painchain.backend.deployment.fact.Work;
import io.painchain.backend.deployment.slot.SlotRow.Previous;

/** Makes a slot's deployments anew from a moment on, one after the other. In the caller's transaction. */
@Singleton
public class SlotDerivation {

    private final LegRepository legs;
    private final FactRepository facts;
    private final SlotRepository slots;
    private final SlotCommitRepository commits;
    private final Ranges ranges;
    private final Undoings undoings;

    SlotDerivation(LegRepository legs, FactRepository facts, SlotRepository slots, SlotCommitRepository commits, Ranges ranges,
            Undoings undoings) {
        this.legs = legs;
        this.facts = facts;
        this.slots = slots;
        this.commits = commits;
        this.ranges = ranges;
        this.undoings = undoings;
    }

    public void forget(Slot slot, Instant from) {
        slots.forget(slot, from);
        commits.forget(slot, from);
    }

    /** After {@link #forget}. */
    public void derive(Slot slot, Instant from) {
        var previous = slots.lastDone(slot, from).orElse(null);
        for (var deployment : Deployment.of(legs.since(slot, from))) {
            if (!deployment.slot().equals(slot) || deployment.at().isBefore(from)) {
                continue;
            }
            if (deployment.done() == null) {
                slots.keep(SlotRow.notDone(deployment));
            } else {
                done(deployment, previous);
                previous = new Previous(deployment.id(), deployment.version(), deployment.done());
            }
        }
    }

    private void done(Deployment deployment, Previous previous) {
        var range = ranges.between(previous == null ? null : previous.version(), deployment);
        // Where the range is not known, only what became this very version was certainly shipped.
        var shipped = range.reason() == null ? range.commits() : List.of(deployment.version());
        var contents = contents(deployment, range, shipped);
        commits.keep(deployment, shipped);
        keepTakenBack(deployment, previous, range);
        var undoing = undoings.by(new Undoings.Question(deployment, previous, range, contents));
        var shipment = contents.isNothing() ? Shipment.NOTHING : Shipments.of(deployment.done(), contents);
        slots.keep(new SlotRow(deployment, previous, range, shipment, undoing.rework()));
        undoing.marks().forEach(mark -> slots.mark(deployment.slot().tenantId(), mark, deployment.done()));
    }

    private Shipments.Contents contents(Deployment deployment, Range range, List<String> shipped) {
        var fresh = new LinkedHashSet<>(shipped);
        fresh.removeAll(commits.shippedBefore(deployment, shipped));
        var works = works(deployment, fresh);
        if (range.reason() != null && works.isEmpty()) {
            fresh.clear();
        }
        var shas = Shipments.shas(fresh, works);
        return new Shipments.Contents(fresh, Set.copyOf(commits.shippedBefore(deployment, List.copyOf(shas))),
                facts.commits(deployment.slot().tenantId(), shas), works);
    }

    /** What is taken back was there, even where nothing tells when it came. */
    private void keepTakenBack(Deployment deployment, Previous previous, Range range) {
        if (!range.back().isEmpty()) {
            var unknown = new ArrayList<>(range.back());
            unknown.removeAll(commits.shippedBefore(deployment, range.back()));
            commits.keepOf(previous, deployment, unknown);
        }
    }

    private List<Work> works(Deployment deployment, LinkedHashSet<String> fresh) {
        var told = new ArrayList<>(deployment.works());
        told.removeAll(commits.shippedBefore(deployment, told));
        return fresh.isEmpty() && told.isEmpty() ? List.of() : facts.works(deployment.slot().tenantId(), fresh, told);
    }
}
