package io.painchain.backend.deployment.slot;

import java.time.Instant;

/**
 * A deployment in the order of its slot.
 *
 * @param previous the one that was done before it; {@code null}: none is known, or it was not done itself
 * @param range {@code null} where it was not done
 */
record SlotRow(Deployment deployment, Previous previous, Range range, Shipment shipment, Rework rework) {

    record Previous(String id, String version, Instant done) {
    }

    static SlotRow notDone(Deployment deployment) {
        return new SlotRow(deployment, null, null, Shipment.NOTHING, null);
    }
}
