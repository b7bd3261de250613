/** What can go wrong on request between GitHub and its client. */
package io.painchain.simulator.fault;
