/** Figures about events for those who run PainChain. Reads the event table, nothing else. */
package io.painchain.backend.event.metric;
