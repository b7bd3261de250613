/** Figures about integrations for those who run PainChain. Reads tables, nothing else. */
package io.painchain.backend.integration.metric;
