/**
 * Pipelines and their jobs: what runs, fails and is retried. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.pipeline;
