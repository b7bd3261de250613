package io.painchain.simulator.gitlab.truth;

import java.time.Instant;

/** A change: its type, external id, present status and when it happened. */
public record TrueEvent(String type, String externalId, String status, Instant at) {
}
