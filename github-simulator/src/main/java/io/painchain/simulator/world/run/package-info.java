/**
 * Workflow runs with their attempts, jobs and steps.
 */
package io.painchain.simulator.world.run;
