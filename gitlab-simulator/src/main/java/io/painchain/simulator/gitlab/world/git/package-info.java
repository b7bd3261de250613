/**
 * A project's repository: commits, branches, tags and what pushes do to them. Knows neither HTTP nor JSON.
 */
package io.painchain.simulator.gitlab.world.git;
