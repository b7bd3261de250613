package io.painchain.backend.deployment;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.deployment.fact.Facts;
import io.painchain.backend.deployment.fact.LegRepository;
import io.painchain.backend.deployment.fact.Meanings;
import io.painchain.backend.deployment.fact.Slot;
import io.painchain.backend.deployment.fact.SourceEventRepository;
import io.painchain.backend.deployment.slot.SlotCommitRepository;
import io.painchain.backend.deployment.slot.SlotCommitRepository.Found;
import io.painchain.backend.deployment.slot.SlotDerivation;
import io.painchain.backend.deployment.slot.SlotRepository;

/** A portion of a tenant's changes at a time: facts, slots and position in one transaction. */
@Singleton
public class DeploymentFollowing {

    private static final int AT_ONCE = 200;

    private final PositionRepository positions;
    private final SourceEventRepository events;
    private final Meanings meanings;
    private final Facts facts;
    private final LegRepository legs;
    private final SlotRepository slots;
    private final SlotCommitRepository commits;
    private final SlotDerivation derivation;
    private final RepeatedTransaction transaction;

    DeploymentFollowing(PositionRepository positions, SourceEventRepository events, Meanings meanings, Facts facts,
            LegRepository legs, SlotRepository slots, SlotCommitRepository commits, SlotDerivation derivation,
            RepeatedTransaction transaction) {
        this.positions = positions;
        this.events = events;
        this.meanings = meanings;
        this.facts = facts;
        this.legs = legs;
        this.slots = slots;
        this.commits = commits;
        this.derivation = derivation;
        this.transaction = transaction;
    }

    /** Until nothing is left below the oldest open transaction. */
    public void catchUp(String tenantId) {
        while (transaction.call(() -> positions.lock(tenantId) && portion(tenantId))) {
            // one portion after the other
        }
    }

    /** @return whether there may be more */
    private boolean portion(String tenantId) {
        // First, so that what changes in between is noticed by the next portion.
        var digest = meanings.digest();
        var position = positions.read(tenantId, digest);
        var portion = events.after(tenantId, position.transaction(), position.event(), meanings.types(), AT_ONCE);
        if (!portion.events().isEmpty()) {
            var touched = touched(tenantId, facts.keep(tenantId, portion.events()));
            // All before any is made: what moved from one slot to another is in the way otherwise.
            touched.forEach(derivation::forget);
            touched.forEach(derivation::derive);
        }
        positions.move(tenantId, new PositionRepository.Position(portion.transaction(), portion.event()), digest);
        return portion.isCut();
    }

    /** Since when each slot has to be made anew. */
    private Map<Slot, Instant> touched(String tenantId, Facts.Changed changed) {
        var touched = new LinkedHashMap<Slot, Instant>();
        changed.legs().forEach(leg -> earliest(touched, new Found(leg.slot(), legs.begin(leg))));
        all(touched, commits.having(tenantId, changed.shas()));
        all(touched, slots.waitingFor(tenantId, changed.heads()));
        legs.shipping(tenantId, changed.works()).forEach(leg -> earliest(touched, new Found(leg.slot(), legs.begin(leg))));
        return touched;
    }

    private static void all(Map<Slot, Instant> touched, Collection<Found> found) {
        found.forEach(one -> earliest(touched, one));
    }

    private static void earliest(Map<Slot, Instant> touched, Found found) {
        touched.merge(found.slot(), found.from(), (one, other) -> one.isBefore(other) ? one : other);
    }
}
