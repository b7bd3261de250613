/**
 * Merge requests: their states, steps, notes and how they are merged. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.merge;
