/** What was asked of the simulator. */
package io.painchain.simulator.record;
