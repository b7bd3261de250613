/**
 * Deployments and the states they go through.
 */
package io.painchain.simulator.world.deployment;
