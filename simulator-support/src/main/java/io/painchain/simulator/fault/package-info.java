/**
 * What can go wrong on request between a server and its client. Knows no provider: {@code Refusals} has its words.
 */
package io.painchain.simulator.fault;
