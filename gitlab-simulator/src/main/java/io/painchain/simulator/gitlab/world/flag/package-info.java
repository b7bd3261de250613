/**
 * Feature flags. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.flag;
