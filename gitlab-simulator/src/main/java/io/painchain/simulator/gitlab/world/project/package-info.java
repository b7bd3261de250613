/**
 * A project: its names, its features and the parts that it is made of. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.project;
