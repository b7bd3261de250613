/**
 * What every change of a world takes (who, when) and how it is refused. Depends on nothing.
 */
package io.painchain.simulator.world.change;
