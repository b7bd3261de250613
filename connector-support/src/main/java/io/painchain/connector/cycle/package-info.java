/**
 * The cycles of an integration: what is read when, side by side, the reports, and who waits for them. A connector adds a
 * {@code Provider}; this package may touch everything shared but kinds' lists and sweeps.
 */
package io.painchain.connector.cycle;
