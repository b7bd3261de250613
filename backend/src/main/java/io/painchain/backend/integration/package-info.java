/**
 * Integrations: created, listed, changed and deleted, and what other features may ask of them. Owns the
 * integration table. Secrets are in {@code integration.secret}; features that keep rows of an integration depend
 * on this package, never the other way round.
 */
package io.painchain.backend.integration;
