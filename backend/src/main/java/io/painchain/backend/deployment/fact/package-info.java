/**
 * What events say about deployments and work, by what their connectors declare of their types: no provider's word is known
 * here.
 * Owns the tables of these facts.
 */
package io.painchain.backend.deployment.fact;
