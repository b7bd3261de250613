/**
 * Releases and their assets.
 */
package io.painchain.simulator.world.release;
