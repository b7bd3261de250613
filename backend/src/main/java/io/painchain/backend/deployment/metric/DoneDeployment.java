package io.painchain.backend.deployment.metric;

import java.time.Instant;

import io.painchain.backend.deployment.slot.Exclusion;
import io.painchain.backend.deployment.slot.Rework;
import io.painchain.backend.deployment.slot.Shipment;

/**
 * As far as figures need it.
 *
 * @param done {@code null}: a part failed
 * @param reason why it is not known what it shipped; {@code null}: it is
 */
record DoneDeployment(String project, String environment, boolean production, Instant at, Instant done, Exclusion reason,
        Shipment shipment, Rework rework, Instant undoneAt, Rework undoneBy) {
}
