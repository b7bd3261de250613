package io.painchain.backend.sync;

import java.time.Instant;

import io.painchain.backend.integration.IntegrationReference;

/** An integration that could be read no longer can be, or the other way round; observed in the same transaction. */
public record SyncTurned(IntegrationReference integration, boolean failed, String error, Instant at) {
}
