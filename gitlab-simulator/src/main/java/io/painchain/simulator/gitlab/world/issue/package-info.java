/**
 * Issues and incidents with their steps and labels. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.issue;
