/**
 * Releases: one for a tag, without a number. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.release;
