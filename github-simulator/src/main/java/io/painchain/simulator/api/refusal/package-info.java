/**
 * GitHub's words for what it refuses, where a fault asks for a refusal. May use the faults and what HTTP is made of.
 */
package io.painchain.simulator.api.refusal;
