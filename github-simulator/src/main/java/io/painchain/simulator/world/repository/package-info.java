/**
 * A repository: its name, its settings, and the parts that the other packages below {@code world} hold.
 */
package io.painchain.simulator.world.repository;
