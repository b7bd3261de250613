/**
 * Fills a repository with many things at once, by a seed.
 */
package io.painchain.simulator.world.population;
