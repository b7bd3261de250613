/**
 * The ledger: what connectors have read from when to when, written with their batches and reports, and what
 * follows from it for a window of time. May touch integrations.
 */
package io.painchain.backend.coverage;
