/**
 * Scripting calls that make things happen in the world.
 */
package io.painchain.simulator.admin.world;
