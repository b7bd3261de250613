/**
 * GitHub's API over the world: which target a request leads to, what faults and limits do to it, and the headers of
 * every answer. Its packages hold the parts.
 */
package io.painchain.simulator.api;
