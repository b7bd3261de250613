/**
 * PainChain's own changes as events of the connector {@code painchain}, which is registered by metadata as any other is.
 * Hears of them from {@code audit} and {@code sync}; writes through {@code event}.
 */
package io.painchain.backend.ownevent;
