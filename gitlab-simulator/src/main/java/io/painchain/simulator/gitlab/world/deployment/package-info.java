/**
 * Deployments to environments, each with its present status only. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.deployment;
