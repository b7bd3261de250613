/**
 * What connectors report of each cycle: how an integration and its repositories fare. Answers the integrations'
 * views; may touch integrations and coverage.
 */
package io.painchain.backend.sync;
