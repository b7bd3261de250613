/**
 * A clock that tests set. Nothing else in the simulator knows a time but the clock it is given.
 */
package io.painchain.simulator.time;
