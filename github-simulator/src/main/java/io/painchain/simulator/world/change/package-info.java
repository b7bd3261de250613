/**
 * What every change of the world takes (who, when, the next number) and how it is refused. Depends on nothing.
 */
package io.painchain.simulator.world.change;
